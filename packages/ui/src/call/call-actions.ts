import type { SessionActions } from '@hookswitch/react-sip';

/** What a person does with a call that runs. `useSessionActions` has all of them. */
export interface CallActions extends Pick<SessionActions, 'hangUp' | 'toggleHold' | 'toggleMute'> {
  readonly sendDtmf: (tones: string) => Promise<void>;
  readonly transfer: (target: string) => Promise<void>;
  /** Calls somebody to ask them before the call is transferred to them. */
  readonly consult?: (target: string) => Promise<unknown>;
  /** Connects the call with another of ours. */
  readonly transferToLine?: (sessionId: string) => Promise<unknown>;
  /** Joins the call with another of ours. */
  readonly mergeWith?: (sessionId: string) => Promise<unknown>;
  /** Calls somebody else while this call waits. */
  readonly addCall?: (target: string) => Promise<unknown>;
}

/**
 * Starts an act and lets go of it. What goes wrong is in the session's snapshot as `lastError`, where the components
 * read it, so the rejection has nothing to add.
 */
export function start(act: () => Promise<unknown>): void {
  act().catch(() => undefined);
}
