import { CommandQueue } from '../base/command-queue.ts';
import { Emitter, type Observer } from '../base/emitter.ts';
import { errorInfo, InvalidStateError, SipError } from '../base/errors.ts';
import { newCallId, newTag, randomFraction } from '../base/identifiers.ts';
import { listenerReport } from '../base/listener-report.ts';
import { handled } from '../base/promises.ts';
import { SnapshotStore } from '../base/snapshot.ts';
import { StateChange } from '../base/state-change.ts';
import { detach } from '../message/characters.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { Uri } from '../message/uri.ts';
import type { TimerHandle } from '../platform.ts';
import type { TransportEvents } from '../transport/transport.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { ourBinding } from './binding.ts';
import type { RegistrationSnapshot } from './registration-snapshot.ts';
import { LONGEST_EXPIRES, refreshDelay, retryDelay, SHORTEST_INTERVAL } from './registration-timing.ts';

/** The states of a registerer (document 002). */
export const RegistererState = {
  Initial: 'Initial',
  Registered: 'Registered',
  Unregistered: 'Unregistered',
  Terminated: 'Terminated',
} as const;

/** One of {@link RegistererState}. */
export type RegistererState = (typeof RegistererState)[keyof typeof RegistererState];

/** How a registerer is set up. */
export interface RegistererOptions {
  /** Seconds a binding is asked to last; default 600. */
  readonly expires?: number;
  /** The registrar; default our domain. */
  readonly registrar?: Uri;
  /** Header fields for each REGISTER. */
  readonly extraHeaders?: readonly string[];
  /** Try again by itself after a failure that may pass; default true. */
  readonly retry?: boolean;
}

/** Options of one `register` or `unregister`. */
export interface RegisterOptions {
  readonly extraHeaders?: readonly string[];
  readonly requestOptions?: { readonly extraHeaders?: readonly string[] };
  readonly requestDelegate?: {
    onAccept?(response: IncomingResponse): void;
    onReject?(response: IncomingResponse): void;
  };
}

/** Options of `unregister`. */
export interface UnregisterOptions extends RegisterOptions {
  /** Remove every binding of our address, not ours alone (RFC 3261 section 10.2.2); default false. */
  readonly all?: boolean;
}

/** What a registerer tells. */
export interface RegistererEvents {
  readonly stateChange: readonly [state: RegistererState];
  readonly registered: readonly [response: IncomingResponse];
  readonly unregistered: readonly [response: IncomingResponse | undefined];
  readonly registrationFailed: readonly [error: SipError];
}

type Operation = 'register' | 'unregister';

/**
 * Keeps our address bound to where we are (RFC 3261 section 10.2): registers, refreshes before the binding ends, and
 * tries again after failures that may pass. Calls run one after the other; equal ones join.
 *
 * @example
 * ```ts
 * const registerer = new Registerer(userAgent, { expires: 300 });
 * registerer.stateChange.addListener((state) => console.log(state));
 * await registerer.register();
 * ```
 */
export class Registerer implements Observer<TransportEvents> {
  readonly events: Emitter<RegistererEvents>;
  readonly #core: UserAgentCore;
  readonly #options: RegistererOptions;
  readonly #tag: string;
  readonly #callId: string;
  readonly #snapshots: SnapshotStore<RegistrationSnapshot>;
  readonly #commands = new CommandQueue<Operation, IncomingResponse>();
  #state: RegistererState = 'Initial';
  #sequence = 0;
  #expires: number;
  #failures = 0;
  /** Until we register the next time. */
  #timer: TimerHandle | undefined;
  #lastSent = Number.NEGATIVE_INFINITY;
  /** When the next refresh is due, by the time of day. */
  #refreshAt = 0;
  #refreshDelay = 0;
  /** As text, and not to keep the response they came in: nobody may ever ask. */
  #contacts: readonly string[] = NONE;
  #registerOptions: RegisterOptions = NO_OPTIONS;
  #stateChange: StateChange<RegistererState> | undefined;

  constructor(owner: { readonly core: UserAgentCore }, options: RegistererOptions = NO_OPTIONS) {
    const { core } = owner;
    const { random, logger } = core.platform;
    const report = listenerReport(logger, 'registration');
    this.#core = core;
    this.#options = options;
    this.#expires = options.expires ?? 600;
    this.#callId = newCallId(random);
    this.#tag = newTag(random);
    this.events = new Emitter<RegistererEvents>(report);
    this.#snapshots = new SnapshotStore<RegistrationSnapshot>(
      { status: 'unregistered', expiresAt: null, retryAt: null, error: null },
      report,
    );
    core.transport.events.watch(this);
  }

  get state(): RegistererState {
    return this.#state;
  }

  get stateChange(): StateChange<RegistererState> {
    return (this.#stateChange ??= new StateChange<RegistererState>(this.events));
  }

  /** Every binding of our address, as the registrar listed them last. */
  get contacts(): readonly NameAddr[] {
    return this.#contacts.flatMap((contact) => NameAddr.parse(contact) ?? []);
  }

  /** Our own binding's length in seconds, as it is asked for. */
  get expires(): number {
    return this.#expires;
  }

  getSnapshot(): RegistrationSnapshot {
    return this.#snapshots.get();
  }

  subscribe(listener: () => void): () => void {
    return this.#snapshots.subscribe(listener);
  }

  /**
   * Registers, and keeps the binding alive from then on. Resolves with the registrar's 200.
   *
   * @throws ResponseError when the registrar refuses, ConnectionError or RequestTimeoutError when it cannot be asked
   */
  register(options: RegisterOptions = NO_OPTIONS): Promise<IncomingResponse> {
    this.#registerOptions = options;
    return this.#enqueue('register', () => this.#register(options));
  }

  /**
   * Removes our binding, or all of them. Resolves with the registrar's 200.
   *
   * @throws ResponseError when the registrar refuses, ConnectionError or RequestTimeoutError when it cannot be asked
   */
  unregister(options: UnregisterOptions = {}): Promise<IncomingResponse> {
    this.#stopTimer();
    return this.#enqueue('unregister', () => this.#unregister(options));
  }

  /** The device slept, and timers with it: what fell due meanwhile is done now. */
  awake(): void {
    if (this.#state !== 'Registered' || this.#timer === undefined) return;
    const delay = Math.max(0, this.#refreshAt - this.#core.platform.clock.now());
    // A clock that was put back is no reason to wait longer.
    if (delay > this.#refreshDelay) return;
    this.#refreshIn(delay);
  }

  /** Unregisters if need be, and lets go of everything. */
  async dispose(): Promise<void> {
    if (this.#state === 'Terminated') return;
    if (this.#state === 'Registered' && this.#core.transport.state === 'connected') {
      await this.unregister().catch(() => undefined);
    }
    this.#stopTimer();
    this.#core.transport.events.unwatch(this);
    this.#move('Terminated');
  }

  #enqueue(operation: Operation, work: () => Promise<IncomingResponse>): Promise<IncomingResponse> {
    if (this.#state === 'Terminated') return handled(Promise.reject(new InvalidStateError(operation, 'terminated')));
    return this.#commands.run(operation, work);
  }

  async #register(options: RegisterOptions): Promise<IncomingResponse> {
    this.#stopTimer();
    if (this.#snapshots.get().status !== 'registered') this.#snapshots.update({ status: 'registering' });
    this.#snapshots.update({ retryAt: null });
    try {
      for (let attempt = 0; ; attempt += 1) {
        const response = await this.#send(this.#buildRequest(options, this.#bindingContact(this.#expires)));
        if (response.statusCode < 300) {
          options.requestDelegate?.onAccept?.(response);
          this.#registered(response);
          return response;
        }
        if (response.statusCode === 423 && attempt < 3 && this.#adoptMinExpires(response)) continue;
        options.requestDelegate?.onReject?.(response);
        throw new ResponseError('REGISTER', response);
      }
    } catch (error) {
      if (error instanceof SipError) this.#failed(error);
      throw error;
    }
  }

  async #unregister(options: UnregisterOptions): Promise<IncomingResponse> {
    this.#snapshots.update({ status: 'unregistering', retryAt: null });
    const contact = options.all === true ? '*' : this.#bindingContact(0);
    const request = this.#buildRequest(options, contact);
    request.headers.set('Expires', '0');
    try {
      const response = await this.#send(request);
      if (response.statusCode >= 300) throw new ResponseError('REGISTER', response);
      options.requestDelegate?.onAccept?.(response);
      this.#contacts = contactsOf(response);
      this.#unregistered(response);
      return response;
    } catch (error) {
      if (error instanceof ResponseError) options.requestDelegate?.onReject?.(error.response);
      // Whatever the registrar says, nothing is refreshed any more: the binding runs out.
      this.#unregistered(undefined);
      throw error;
    }
  }

  #bindingContact(expires: number): string {
    const { identity } = this.#core;
    const params = { expires: String(expires), '+sip.instance': `<urn:uuid:${identity.instanceId}>` };
    return NameAddr.from({ uri: identity.binding, params }).toString();
  }

  #buildRequest(options: RegisterOptions, contact: string): OutgoingRequest {
    const { identity } = this.#core;
    this.#sequence += 1;
    const request = this.#core.newRequest('REGISTER', this.#options.registrar ?? registrarOf(identity.uri), {
      from: identity.from(this.#tag),
      to: NameAddr.from({ uri: identity.uri }),
      callId: this.#callId,
      sequence: this.#sequence,
    });
    request.headers.set('Contact', contact);
    request.headers.set('Allow', this.#core.allow);
    request.headers.set('Supported', ['path', 'gruu', ...this.#core.optionTags].join(', '));
    const lines = [
      ...(this.#options.extraHeaders ?? []),
      ...(options.extraHeaders ?? []),
      ...(options.requestOptions?.extraHeaders ?? []),
    ];
    for (const [name, value] of parseExtraHeaders(lines)) request.headers.add(name, value);
    return request;
  }

  #send(request: OutgoingRequest): Promise<IncomingResponse> {
    this.#lastSent = this.#core.platform.clock.now();
    return new Promise((resolve, reject) => {
      const client = this.#core.send(request, {
        onFinal: (response) => {
          // A challenge gave the request a number of its own.
          this.#sequence = Math.max(this.#sequence, client.request.cseq.seq);
          resolve(response);
        },
        onFailure: reject,
      });
    });
  }

  #registered(response: IncomingResponse): void {
    const { clock, random } = this.#core.platform;
    const binding = ourBinding(response, this.#core.identity, this.#expires);
    this.#contacts = contactsOf(response);
    if (binding.gruu !== undefined) this.#core.identity.publicGruu = binding.gruu.detached();
    const routes = response.values('Service-Route').flatMap((value) => NameAddr.parse(value)?.detached() ?? []);
    this.#core.serviceRoutes = routes.length === 0 ? NONE : routes;
    const expires = Math.min(binding.expires, LONGEST_EXPIRES);
    this.#failures = 0;
    const now = clock.now();
    const soonest = this.#lastSent + SHORTEST_INTERVAL - now;
    const delay = Math.max(soonest, refreshDelay(expires, random));
    this.#refreshAt = now + delay;
    this.#refreshDelay = delay;
    this.#refreshIn(delay);
    this.#snapshots.update({ status: 'registered', expiresAt: now + expires * 1000, retryAt: null, error: null });
    this.#move('Registered');
    this.events.emit('registered', response);
  }

  #unregistered(response: IncomingResponse | undefined): void {
    this.#stopTimer();
    this.#core.serviceRoutes = [];
    this.#core.identity.publicGruu = undefined;
    this.#snapshots.update({ status: 'unregistered', expiresAt: null, retryAt: null, error: null });
    this.#move('Unregistered');
    this.events.emit('unregistered', response);
  }

  #failed(error: SipError): void {
    this.#stopTimer();
    this.#failures += 1;
    const { clock, random } = this.#core.platform;
    const connected = this.#core.transport.state === 'connected';
    // Without a connection there is nothing to wait for here: whoever connects again registers again.
    const delay =
      connected && this.#options.retry !== false
        ? retryDelay(error, this.#failures, randomFraction(random))
        : undefined;
    if (delay !== undefined) this.#refreshIn(delay);
    this.#snapshots.update({
      status: 'failed',
      expiresAt: null,
      retryAt: delay === undefined ? null : clock.now() + delay,
      error: errorInfo(error),
    });
    this.#move('Unregistered');
    this.events.emit('registrationFailed', error);
  }

  /** @internal */
  onDisconnected(): void {
    this.#stopTimer();
    if (this.#state !== 'Registered') return;
    this.#snapshots.update({ status: 'unregistered', expiresAt: null, retryAt: null });
    this.#move('Unregistered');
    this.events.emit('unregistered', undefined);
  }

  #refreshIn(delay: number): void {
    this.#stopTimer();
    this.#timer = this.#core.platform.clock.setTimeout(() => this.#refresh(), delay);
  }

  #stopTimer(): void {
    this.#core.platform.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #refresh(): void {
    this.#timer = undefined;
    if (this.#state === 'Terminated' || this.#core.transport.state !== 'connected') return;
    void this.register(this.#registerOptions);
  }

  /** RFC 3261 section 10.2.8; a registrar whose minimum keeps growing is not followed for ever. */
  #adoptMinExpires(response: IncomingResponse): boolean {
    const least = response.minExpires;
    if (least === undefined || least <= this.#expires || least > LONGEST_EXPIRES) return false;
    this.#expires = least;
    return true;
  }

  #move(state: RegistererState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.events.emit('stateChange', state);
  }
}

const NONE: readonly never[] = [];
const NO_OPTIONS: RegistererOptions & RegisterOptions = {};

/** The registrar of our domain. */
function registrarOf({ scheme, host, port }: Uri): Uri {
  return Uri.from({ scheme, host, port });
}

function contactsOf(response: IncomingResponse): readonly string[] {
  return response.contacts.map((contact) => detach(contact.toString()));
}
