import type { MachineTable } from '../base/machine.ts';
import type { ServerActions, ServerEvent } from './server-machine.ts';

/** States of a server transaction other than INVITE (RFC 3261 figure 8). */
export type NonInviteServerState = 'trying' | 'proceeding' | 'completed' | 'terminated';

/**
 * The non-INVITE server transaction, with what RFC 4320 asks of it: 100 once the client has slowed down, and no
 * response at all once the client has given up. A response that cannot be sent is told and changes no state (RFC 6026
 * section 8.8).
 *
 * ```
 *          request passed up
 *                |
 *             trying -------- late: told -------.
 *             /     \                           |
 *        100 /       \ 200-699                  |
 *           /         \                         |
 *   proceeding ----- completed ------ J ---- terminated
 *         `---------- late: told ---------------'
 * ```
 */
export const nonInviteServerTable: MachineTable<NonInviteServerState, ServerEvent, ServerActions> = {
  trying: {
    // Section 17.2.2: nothing to repeat yet.
    request: { to: 'trying' },
    timerWorking: { to: 'proceeding', act: (t) => t.trying() },
    provisional: { to: 'proceeding', act: (t, { text }) => t.send(text) },
    success: { to: 'completed', act: (t, { text }) => complete(t, text) },
    failure: { to: 'completed', act: (t, { text }) => complete(t, text) },
    timerLate: { to: 'terminated', act: (t) => t.timeout() },
    transportError: { to: 'trying', act: (t, { error }) => t.transportError(error) },
  },
  proceeding: {
    request: { to: 'proceeding', act: (t) => t.repeat() },
    provisional: { to: 'proceeding', act: (t, { text }) => t.send(text) },
    success: { to: 'completed', act: (t, { text }) => complete(t, text) },
    failure: { to: 'completed', act: (t, { text }) => complete(t, text) },
    timerLate: { to: 'terminated', act: (t) => t.timeout() },
    transportError: { to: 'proceeding', act: (t, { error }) => t.transportError(error) },
  },
  completed: {
    request: { to: 'completed', act: (t) => t.repeat() },
    timerJ: { to: 'terminated' },
    transportError: { to: 'completed', act: (t, { error }) => t.transportError(error) },
  },
  terminated: {},
};

function complete(t: ServerActions, text: string): void {
  t.stop();
  t.start('J');
  t.send(text);
}
