/** Session timers (RFC 4028): they find out calls whose far end is gone without a word. */
export interface SessionTimerOptions {
  /** Ask for a session timer; default true. One that the far end asks for is kept either way. */
  readonly enabled?: boolean;
  /** Seconds after which a call that nobody refreshed is over; default 1800, at least `minSe`. */
  readonly expires?: number;
  /** Seconds below which an interval is refused with 422; default 90, which is also the least. */
  readonly minSe?: number;
  /** Who refreshes, where the choice is ours: the side that sent the INVITE or the other; default not chosen. */
  readonly refresher?: 'uac' | 'uas';
}

/** The least interval of all, in seconds (RFC 4028 section 5). */
export const LEAST_INTERVAL = 90;
/** What is asked for by default, in seconds (section 4). */
export const DEFAULT_INTERVAL = 1800;
