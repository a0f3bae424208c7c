import type { MachineTable } from '../base/machine.ts';
import type { SessionStateName } from './session-snapshot.ts';

/**
 * The states of a session (document 002).
 *
 * @example
 * ```ts
 * session.stateChange.addListener((state) => {
 *   if (state === SessionState.Established) showTimer();
 * });
 * ```
 */
export const SessionState: { readonly [Name in SessionStateName]: Name } = {
  /** Made; nothing was sent or answered. */
  Initial: 'Initial',
  /** Called, or being answered. */
  Establishing: 'Establishing',
  /** Both sides agreed. */
  Established: 'Established',
  /** Being given up: CANCEL, BYE or a refusal is under way. */
  Terminating: 'Terminating',
  /** Over. */
  Terminated: 'Terminated',
};

/** One of {@link SessionState}. */
export type SessionState = SessionStateName;

/** What moves a session from state to state. */
export type SessionMachineEvent =
  | { readonly type: 'establish' }
  | { readonly type: 'answered' }
  | { readonly type: 'terminate' }
  | { readonly type: 'end' };

/** State x event -> state. The acts of a session live in files of their own; the table only says what may follow what. */
export const sessionTable: MachineTable<SessionState, SessionMachineEvent, undefined> = {
  Initial: {
    establish: { to: 'Establishing' },
    terminate: { to: 'Terminating' },
    end: { to: 'Terminated' },
  },
  Establishing: {
    answered: { to: 'Established' },
    terminate: { to: 'Terminating' },
    end: { to: 'Terminated' },
  },
  Established: {
    terminate: { to: 'Terminating' },
    end: { to: 'Terminated' },
  },
  Terminating: {
    end: { to: 'Terminated' },
  },
  Terminated: {},
};
