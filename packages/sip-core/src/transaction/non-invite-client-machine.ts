import type { MachineTable } from '../base/machine.ts';
import type { ClientActions, ClientEvent } from './client-machine.ts';

/** States of a client transaction other than INVITE (RFC 3261 figure 6). */
export type NonInviteClientState = 'trying' | 'proceeding' | 'completed' | 'terminated';

/**
 * The non-INVITE client transaction.
 *
 * ```
 *         request sent, E, F
 *                |
 *             trying ------------ F or transport error: told ---.
 *             /     \                                           |
 *        1xx /       \ 200-699                                  |
 *           /         \                                         |
 *   proceeding ----- completed ----------- K ------------- terminated
 * ```
 */
export const nonInviteClientTable: MachineTable<NonInviteClientState, ClientEvent, ClientActions> = {
  trying: {
    // Section 17.1.2.2: again after T1, 2*T1, 4*T1, then every T2.
    timerE: { to: 'trying', act: (t) => t.retransmit('E') },
    timerF: { to: 'terminated', act: (t) => t.timeout() },
    // F runs on, and so does E until it fires.
    provisional: { to: 'proceeding', act: (t, { response }) => t.provisional(response) },
    success: { to: 'completed', act: (t, { response }) => complete(t, response) },
    failure: { to: 'completed', act: (t, { response }) => complete(t, response) },
    transportError: { to: 'terminated', act: (t, { error }) => t.transportError(error) },
  },
  proceeding: {
    timerE: { to: 'proceeding', act: (t) => t.retransmitSlowly() },
    timerF: { to: 'terminated', act: (t) => t.timeout() },
    provisional: { to: 'proceeding', act: (t, { response }) => t.provisional(response) },
    success: { to: 'completed', act: (t, { response }) => complete(t, response) },
    failure: { to: 'completed', act: (t, { response }) => complete(t, response) },
    transportError: { to: 'terminated', act: (t, { error }) => t.transportError(error) },
  },
  completed: {
    // Final responses that come again are dropped here.
    timerK: { to: 'terminated' },
  },
  terminated: {},
};

function complete(t: ClientActions, response: Parameters<ClientActions['final']>[0]): void {
  t.stop();
  t.start('K');
  t.final(response);
}
