/** What may be heard beside the far end: what the caller hears, what the called hears, and how a call ended. */
export type CallSound = 'ringback' | 'ring' | 'callWaiting' | 'busy' | 'congestion' | 'ended';

/** What decides on a sound; every `SessionSnapshot` is one. */
export interface SoundingCall {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly phase: string;
  /** Whether the far end's sound reaches us before the answer. */
  readonly earlyMedia: boolean;
  readonly answeredAt: number | null;
  readonly hold: { readonly local: boolean };
  readonly cause: { readonly code: string; readonly by: 'local' | 'remote' | 'system' } | null;
}

/** Phases in which a person is on the phone. */
const UP: ReadonlySet<string> = new Set(['established', 'reconnecting', 'connecting', 'dialing', 'ringing', 'early']);

/** How an unsuccessful call sounds. What is not listed was somebody's will and needs no tone. */
const END_SOUNDS: ReadonlyMap<string, CallSound> = new Map([
  ['BUSY', 'busy'],
  ['REJECTED', 'busy'],
  ['UNAVAILABLE', 'congestion'],
  ['NOT_FOUND', 'congestion'],
  ['ADDRESS_INCOMPLETE', 'congestion'],
  ['INCOMPATIBLE_SDP', 'congestion'],
  ['AUTHENTICATION_ERROR', 'congestion'],
  ['SIP_FAILURE_CODE', 'congestion'],
  ['REDIRECTED', 'congestion'],
  ['NO_ANSWER', 'congestion'],
  ['EXPIRES', 'congestion'],
  ['REQUEST_TIMEOUT', 'congestion'],
  ['CONNECTION_ERROR', 'congestion'],
  ['DIALOG_ERROR', 'congestion'],
  ['NOT_RESUMED', 'congestion'],
  ['RTP_TIMEOUT', 'congestion'],
  ['MEDIA_ERROR', 'congestion'],
  ['BAD_MEDIA_DESCRIPTION', 'congestion'],
  ['INTERNAL_ERROR', 'congestion'],
  ['HUNG_UP', 'ended'],
]);

/**
 * What to play for a call.
 *
 * - We call and it rings there: ringback, unless the far end sends its own (RFC 3960 section 3.2).
 * - Somebody calls us: a ring, or a discreet beep while we are on the phone.
 * - It ended without our doing: busy, congestion or a short tone.
 *
 * @param others - the other calls there are
 *
 * @example
 * ```ts
 * soundFor(session.getSnapshot(), []); // 'ringback'
 * ```
 */
export function soundFor(call: SoundingCall, others: readonly SoundingCall[]): CallSound | null {
  const onThePhone = others.some((other) => other.id !== call.id && UP.has(other.phase) && !other.hold.local);
  if (call.phase === 'incoming') return onThePhone ? 'callWaiting' : 'ring';
  if (call.phase === 'ended') return onThePhone ? null : endSound(call);
  return call.phase === 'ringing' && !call.earlyMedia ? 'ringback' : null;
}

/**
 * The one sound to play for all calls, and the call that it is for; what asks for an answer comes first.
 *
 * @param silent - calls that are to make no sound of their own
 */
export function soundForAll(
  calls: readonly SoundingCall[],
  silent: (call: SoundingCall) => boolean = () => false,
): { readonly sound: CallSound; readonly call: SoundingCall } | null {
  const sounds = calls.flatMap((call) => {
    const sound = silent(call) ? null : soundFor(call, calls);
    return sound === null ? [] : [{ sound, call }];
  });
  const order: readonly CallSound[] = ['ring', 'callWaiting', 'ringback', 'busy', 'congestion', 'ended'];
  return sounds.sort((a, b) => order.indexOf(a.sound) - order.indexOf(b.sound))[0] ?? null;
}

function endSound({ direction, answeredAt, cause }: SoundingCall): CallSound | null {
  if (cause === null || cause.by === 'local') return null;
  // A call that we never answered just stops ringing.
  if (direction === 'incoming' && answeredAt === null) return null;
  return END_SOUNDS.get(cause.code) ?? null;
}
