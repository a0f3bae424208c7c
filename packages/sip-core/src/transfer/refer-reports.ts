import type { Dialog } from '../dialog/dialog.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { writeSipFragment } from './sipfrag.ts';
import { reasonPhrase } from '../message/status.ts';

/** Seconds that we report on a transfer at the most. */
const SUBSCRIPTION = 180;

/** How a report stands: nobody has decided yet, the attempt goes on, or it is over and why. */
export type ReportState = 'pending' | 'active' | 'noresource' | 'rejected';

/** The reports of one REFER that we took: the notifier of its implicit subscription (RFC 3515 section 2.4.4). */
export class ReferReports {
  readonly #core: UserAgentCore;
  readonly #dialog: Dialog;
  readonly #id: number;
  readonly #over: () => void;
  readonly #expiresAt: number;
  #done = false;

  /**
   * @param id - CSeq number of the REFER, which tells its reports from those of others
   * @param over - called once there will be no more reports
   */
  constructor(core: UserAgentCore, dialog: Dialog, id: number, over: () => void = () => undefined) {
    this.#core = core;
    this.#dialog = dialog;
    this.#id = id;
    this.#over = over;
    this.#expiresAt = core.platform.clock.now() + SUBSCRIPTION * 1000;
  }

  /**
   * Sends a report. It outlives the call it is about (RFC 5057 section 4.2), but not its subscription.
   *
   * The status line alone: a To tag, a route, a Contact of the third party are nobody's business here.
   */
  send(statusCode: number, state: ReportState, phrase: string = reasonPhrase(statusCode)): void {
    if (this.#done) return;
    const left = Math.ceil((this.#expiresAt - this.#core.platform.clock.now()) / 1000);
    const goesOn = (state === 'active' || state === 'pending') && left > 0;
    const ending = state === 'active' || state === 'pending' ? 'timeout' : state;
    this.#done = !goesOn;
    const notify = this.#dialog.createRequest('NOTIFY');
    notify.headers.set('Contact', this.#core.identity.contact.toString());
    notify.headers.set('Event', `refer;id=${this.#id}`);
    notify.headers.set('Subscription-State', goesOn ? `${state};expires=${left}` : `terminated;reason=${ending}`);
    notify.body = {
      content: writeSipFragment({ statusCode, reasonPhrase: phrase }),
      contentType: 'message/sipfrag;version=2.0',
    };
    const settled = (refused: boolean): void => {
      // RFC 6665 section 4.2.2: whoever refuses a report wants no more of them.
      this.#done ||= refused;
      if (this.#done) this.#over();
    };
    this.#core.send(
      notify,
      {
        onFinal: (response) => {
          settled(response.statusCode >= 300);
        },
        onFailure: () => {
          settled(true);
        },
      },
      this.#dialog,
    );
  }
}
