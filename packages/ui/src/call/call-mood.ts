import type { SessionSnapshot } from '../snapshots.ts';

/** What a call looks like to the person in it; one word where a snapshot has a phase and flags. */
export type CallMood =
  | 'dialing'
  | 'ringing'
  | 'early'
  | 'incoming'
  | 'connecting'
  | 'talking'
  | 'held'
  | 'heldByThem'
  | 'heldByBoth'
  | 'reconnecting'
  | 'ending'
  | 'ended';

/** The colour family of a mood: see `theme/tokens.css`. */
export type Tone = 'info' | 'go' | 'wait' | 'end' | 'off';

/** The mood of a session: its phase, or who holds it once both sides talk. */
export function callMood(session: Pick<SessionSnapshot, 'phase' | 'hold'>): CallMood {
  if (session.phase !== 'established') return session.phase;
  const { local, remote } = session.hold;
  if (local && remote) return 'heldByBoth';
  if (local) return 'held';
  return remote ? 'heldByThem' : 'talking';
}

const tones: Readonly<Record<CallMood, Tone>> = {
  dialing: 'info',
  ringing: 'info',
  early: 'info',
  incoming: 'go',
  connecting: 'go',
  talking: 'go',
  held: 'wait',
  heldByThem: 'wait',
  heldByBoth: 'wait',
  reconnecting: 'wait',
  ending: 'off',
  ended: 'off',
};

/** The colour family that goes with a mood. */
export function toneOf(mood: CallMood): Tone {
  return tones[mood];
}
