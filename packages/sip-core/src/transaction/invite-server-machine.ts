import type { MachineTable } from '../base/machine.ts';
import type { ServerActions, ServerEvent } from './server-machine.ts';

/** States of an INVITE server transaction (RFC 3261 figure 7 as replaced by RFC 6026 section 8.6). */
export type InviteServerState = 'proceeding' | 'completed' | 'accepted' | 'confirmed' | 'terminated';

/**
 * The INVITE server transaction. A response that cannot be sent is told and changes no state (RFC 6026 section 7.1).
 *
 * ```
 *         INVITE passed up, 100 after 200 ms
 *                |
 *            proceeding
 *            /        \
 *   300-699 /          \ 2xx
 *          /            \
 *     completed       accepted ------- L -------.
 *      |     \                                  |
 *  ACK |      `------ H: told ------------- terminated
 *      |                                        |
 *   confirmed ---------- I ---------------------'
 * ```
 */
export const inviteServerTable: MachineTable<InviteServerState, ServerEvent, ServerActions> = {
  proceeding: {
    // Section 17.2.1: nobody answered within 200 ms.
    timerTrying: { to: 'proceeding', act: (t) => t.trying() },
    request: { to: 'proceeding', act: (t) => t.repeat() },
    provisional: { to: 'proceeding', act: (t, { text }) => proceed(t, text) },
    success: { to: 'accepted', act: (t, { text }) => accept(t, text) },
    failure: { to: 'completed', act: (t, { text }) => refuse(t, text) },
    transportError: { to: 'proceeding', act: (t, { error }) => t.transportError(error) },
  },
  completed: {
    timerG: { to: 'completed', act: (t) => t.retransmit('G') },
    request: { to: 'completed', act: (t) => t.repeat() },
    ack: { to: 'confirmed', act: confirm },
    timerH: { to: 'terminated', act: (t) => t.timeout() },
    transportError: { to: 'completed', act: (t, { error }) => t.transportError(error) },
  },
  accepted: {
    // RFC 6026 section 7.1: the INVITE is absorbed; the user repeats its 2xx and gets the ACK.
    request: { to: 'accepted' },
    success: { to: 'accepted', act: (t, { text }) => t.forward(text) },
    timerL: { to: 'terminated' },
    transportError: { to: 'accepted', act: (t, { error }) => t.transportError(error) },
  },
  confirmed: {
    // Absorbs further ACKs.
    ack: { to: 'confirmed' },
    timerI: { to: 'terminated' },
  },
  terminated: {},
};

function proceed(t: ServerActions, text: string): void {
  t.stop();
  t.send(text);
}

function accept(t: ServerActions, text: string): void {
  t.stop();
  t.start('L');
  t.forward(text);
}

function refuse(t: ServerActions, text: string): void {
  t.stop();
  t.start('G');
  t.start('H');
  t.send(text);
}

function confirm(t: ServerActions): void {
  t.stop();
  t.start('I');
  t.acknowledged();
}
