import { Emitter, type Observer } from '../base/emitter.ts';
import { errorInfo, type SipError } from '../base/errors.ts';
import { listenerReport } from '../base/listener-report.ts';
import { NOTHING } from '../base/nothing.ts';
import { SnapshotStore } from '../base/snapshot.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { InboundMessage } from '../messaging/inbound-message.ts';
import type { Registerer, RegistererEvents } from '../registration/registerer.ts';
import { causeOfRequestError } from '../session/cause-of.ts';
import { party } from '../session/party.ts';
import type { Invitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import type { Notifier } from '../subscription/notifier.ts';
import type { UnsolicitedNotify } from '../subscription/subscriptions.ts';
import type { Referral } from '../transfer/referral.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { TransportEvents } from '../transport/transport.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import type { OutsideReceiver } from './delegate-receiver.ts';
import { ShownCalls } from './shown-calls.ts';
import type { UAEvents } from './ua-events.ts';
import type { UASnapshot, UAStatus } from './ua-snapshot.ts';
import type { UserAgent, UserAgentEvents } from './user-agent.ts';

/** What a UA shows of itself: its snapshot and its events, kept in step with the parts it is made of. */
export class UAState
  implements OutsideReceiver, Observer<TransportEvents>, Observer<RegistererEvents>, Observer<UserAgentEvents>
{
  readonly events: Emitter<UAEvents>;
  readonly snapshots: SnapshotStore<UASnapshot>;
  readonly #userAgent: UserAgent;
  /** Made with the first call. */
  #calls: ShownCalls | undefined;

  constructor(userAgent: UserAgent, registerer: Registerer) {
    const { identity } = userAgent.core;
    const report = listenerReport(userAgent.platform.logger, 'ua');
    this.#userAgent = userAgent;
    this.events = new Emitter<UAEvents>(report);
    this.snapshots = new SnapshotStore<UASnapshot>(
      {
        status: 'idle',
        account: party(identity.address),
        server: userAgent.transport.server ?? null,
        attempts: 0,
        retryAt: null,
        error: null,
        registration: registerer.getSnapshot(),
        sessions: NOTHING,
      },
      report,
    );
    registerer.subscribe(() => {
      this.snapshots.update({ registration: registerer.getSnapshot() });
    });
    for (const events of [userAgent.transport.events, registerer.events, userAgent.events]) events.watch(this);
    userAgent.outside.ask(this);
  }

  get status(): UAStatus {
    return this.snapshots.read('status');
  }

  set status(status: UAStatus) {
    this.snapshots.update({ status });
  }

  // What the connection tells.

  onConnecting({ attempts, server }: { readonly attempts: number; readonly server: string }): void {
    this.snapshots.update({ attempts, server, retryAt: null });
    this.events.emit('connecting', { attempts });
  }

  onConnected({ server }: { readonly server: string }): void {
    this.snapshots.update({ status: 'connected', attempts: 0, server, error: null, retryAt: null });
    this.events.emit('connected');
  }

  onDisconnected({ error }: { readonly error?: TransportError }): void {
    if (this.status !== 'stopping' && this.status !== 'stopped') this.status = 'reconnecting';
    this.snapshots.update({ error: error === undefined ? null : errorInfo(error) });
    this.events.emit('disconnected');
  }

  onRetryAt(at: number | undefined): void {
    this.snapshots.update({ retryAt: at ?? null });
  }

  // What the registration tells.

  onRegistered(response: IncomingResponse): void {
    this.events.emit('registered', response);
  }

  onUnregistered(response: IncomingResponse | undefined): void {
    this.events.emit('unregistered', response, response === undefined ? causeOfRequestError(undefined) : null);
  }

  onRegistrationFailed(error: SipError): void {
    const response = error instanceof ResponseError ? error.response : undefined;
    this.events.emit('registrationFailed', response, causeOfRequestError(error));
  }

  // What the calls tell.

  onSession(session: Session): void {
    this.#calls ??= new ShownCalls(this.#userAgent.sessions, this.snapshots);
    this.#calls.enter(session);
  }

  onSessionEnd(session: Session): void {
    this.#calls?.leave(session);
  }

  onInvite(invitation: Invitation): void {
    this.events.emit('invite', invitation);
  }

  // What comes from outside of calls is offered to the listeners; without any it is refused.

  takesMessages(): boolean {
    return this.events.count('message') > 0;
  }

  receiveMessage(message: InboundMessage): void {
    this.events.emit('message', message);
  }

  receiveNotify(notify: UnsolicitedNotify): void {
    this.events.emit('notify', notify);
  }

  takesSubscribers(): boolean {
    return this.events.count('subscribe') > 0;
  }

  receiveSubscriber(notifier: Notifier): void {
    this.events.emit('subscribe', notifier);
  }

  takesRefers(): boolean {
    return this.events.count('outOfDialogReferRequested') > 0;
  }

  receiveRefer(referral: Referral): void {
    this.events.emit('outOfDialogReferRequested', referral);
  }
}
