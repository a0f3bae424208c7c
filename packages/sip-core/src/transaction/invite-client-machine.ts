import type { MachineTable } from '../base/machine.ts';
import type { ClientActions, ClientEvent } from './client-machine.ts';

/** States of an INVITE client transaction (RFC 3261 figure 5 as replaced by RFC 6026 section 8.4). */
export type InviteClientState = 'calling' | 'proceeding' | 'completed' | 'accepted' | 'terminated';

/**
 * The INVITE client transaction.
 *
 * ```
 *            INVITE sent, A, B
 *                  |
 *               calling ------ B or transport error: told ------.
 *              /   |   \                                        |
 *         1xx /    |2xx \ 300-699: ACK                          |
 *            /     |     \                                      |
 *   proceeding --- | --- completed --- D or transport error --- terminated
 *            \     |                                            |
 *         2xx \    |                                            |
 *              accepted ------------- M ------------------------'
 * ```
 */
export const inviteClientTable: MachineTable<InviteClientState, ClientEvent, ClientActions> = {
  calling: {
    // Section 17.1.1.2: again after T1, 2*T1, 4*T1, ...
    timerA: { to: 'calling', act: (t) => t.retransmit('A') },
    timerB: { to: 'terminated', act: (t) => t.timeout() },
    provisional: { to: 'proceeding', act: (t, { response }) => proceed(t, response) },
    success: { to: 'accepted', act: (t, { response }) => accept(t, response) },
    failure: { to: 'completed', act: (t, { response }) => complete(t, response) },
    transportError: { to: 'terminated', act: (t, { error }) => t.transportError(error) },
  },
  proceeding: {
    provisional: { to: 'proceeding', act: (t, { response }) => t.provisional(response) },
    success: { to: 'accepted', act: (t, { response }) => accept(t, response) },
    failure: { to: 'completed', act: (t, { response }) => complete(t, response) },
    // Section 9.1: 64*T1 after the CANCEL there is nothing left to wait for.
    timerCancel: { to: 'terminated', act: (t) => t.timeout() },
    transportError: { to: 'terminated', act: (t, { error }) => t.transportError(error) },
  },
  completed: {
    failure: { to: 'completed', act: (t, { response }) => t.acknowledge(response) },
    // A proxy forwards a 2xx even after another branch failed (section 16.7 step 5); it needs ACK and BYE.
    success: { to: 'completed', act: (t, { response }) => t.stray(response) },
    timerD: { to: 'terminated' },
    // The user has its response; all that failed was the ACK.
    transportError: { to: 'terminated' },
  },
  accepted: {
    // RFC 6026 section 7.2: repeated and forked 2xx, each for the user to ACK.
    success: { to: 'accepted', act: (t, { response }) => t.final(response) },
    timerM: { to: 'terminated' },
    // What comes from now on is stray, and is reported as such.
    release: { to: 'terminated' },
  },
  terminated: {},
};

type Response = Parameters<ClientActions['final']>[0];

function proceed(t: ClientActions, response: Response): void {
  t.stop();
  t.provisional(response);
}

function accept(t: ClientActions, response: Response): void {
  t.stop();
  t.start('M');
  t.final(response);
}

function complete(t: ClientActions, response: Response): void {
  t.stop();
  t.acknowledge(response);
  t.start('D');
  t.final(response);
}
