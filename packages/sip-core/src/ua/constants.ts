import { CLASSIC_CAUSES } from '../session/end-cause.ts';

/** Name and version, as the User-Agent header field says them. */
export const USER_AGENT: string = 'Hookswitch/0.1.0';

/**
 * The constants of the classic documents (000, 001).
 *
 * @example
 * ```ts
 * session.on('failed', (response, cause) => {
 *   if (cause === C.causes.BUSY) playBusyTone();
 * });
 * ```
 */
export const C: {
  readonly USER_AGENT: string;
  readonly supported: { readonly REQUIRED: 'required'; readonly SUPPORTED: 'supported'; readonly UNSUPPORTED: 'none' };
  readonly causes: typeof CLASSIC_CAUSES;
} = {
  USER_AGENT,
  /** How an option is declared: `rel100` of an invite. */
  supported: { REQUIRED: 'required', SUPPORTED: 'supported', UNSUPPORTED: 'none' },
  /** Why calls end, as `failed` and `terminated` tell it. */
  causes: CLASSIC_CAUSES,
};
