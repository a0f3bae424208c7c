import { UA } from '../ua/ua.ts';
import type { UAConfiguration } from '../ua/configuration.ts';
import type { Logger } from '../platform.ts';
import type { Invitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import { createFakeMedia, type FakeMedia, type FakeMediaOptions } from './fake-media.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import type { FakeNetworkOptions } from './network-options.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A phone of a {@link PhoneBox}. */
export interface Phone {
  readonly ua: UA;
  readonly media: FakeMedia;
  /** Calls that came in, oldest first. */
  readonly incoming: readonly Invitation[];
}

/** How a {@link PhoneBox} is set up. */
export interface PhoneBoxOptions extends Omit<FakeNetworkOptions, 'clock' | 'random'> {
  readonly seed?: number;
}

/** How one phone is set up. */
export interface PhoneOptions {
  readonly configuration?: UAConfiguration;
  readonly media?: FakeMediaOptions;
}

/**
 * Phones on one network in virtual time, for tests of calls: real user agents, fake media, no waiting.
 *
 * @example
 * ```ts
 * const box = new PhoneBox();
 * const alice = await box.phone('alice');
 * const bob = await box.phone('bob');
 * const call = await box.call(alice, bob);
 * await call.caller.hold();
 * await box.close();
 * ```
 */
export class PhoneBox {
  readonly clock: VirtualClock = new VirtualClock();
  readonly network: FakeNetwork;
  /** Lines logged as errors by any phone: most tests want none. */
  readonly errors: string[] = [];
  readonly #phones: Phone[] = [];
  readonly #seed: number;

  constructor(options: PhoneBoxOptions = {}) {
    const { seed = 1, ...network } = options;
    this.#seed = seed;
    this.network = createFakeNetwork({ ...network, clock: this.clock, random: seededRandom(seed) });
  }

  /** What the network expects of a user: address, password, server. */
  configuration(user: string): UAConfiguration {
    const account = this.network.accounts.find((each) => each.user === user);
    return {
      uri: this.network.uri(user),
      wsServers: this.network.server,
      ...(account === undefined ? {} : { password: account.password, displayName: account.displayName }),
    };
  }

  /** A phone that is made and not started. */
  make(user: string, options: PhoneOptions = {}): Phone {
    const media = createFakeMedia(options.media);
    const logger: Logger = {
      log: (level, category, message, detail) => {
        if (level === 'error') this.errors.push(`${user} ${category}: ${message} ${String(detail)}`);
      },
    };
    const ua = new UA({
      ...this.configuration(user),
      sessionDescriptionHandlerFactory: media,
      ...options.configuration,
      platform: {
        clock: this.clock,
        random: seededRandom(this.#seed * 100 + this.#phones.length + 1),
        logger,
        createWebSocket: this.network.createWebSocket,
        ...options.configuration?.platform,
      },
    });
    const incoming: Invitation[] = [];
    ua.on('invite', (session) => incoming.push(session));
    const phone = { ua, media, incoming };
    this.#phones.push(phone);
    return phone;
  }

  /** A phone that is registered. */
  async phone(user: string, options: PhoneOptions = {}): Promise<Phone> {
    const phone = this.make(user, options);
    void phone.ua.start();
    await this.until(() => phone.ua.isRegistered());
    return phone;
  }

  /** An answered call. */
  async call(from: Phone, to: Phone): Promise<{ readonly caller: Session; readonly callee: Invitation }> {
    const known = to.incoming.length;
    const caller = from.ua.invite(to.ua.configuration.uri ?? '');
    await this.until(() => to.incoming.length > known);
    const callee = to.incoming[known];
    if (callee === undefined) throw new Error('the call did not arrive');
    void callee.accept();
    await this.until(() => caller.state === 'Established' && callee.context.negotiation.floor === 'idle');
    return { caller, callee };
  }

  /** Lets time pass. */
  run(milliseconds: number): Promise<void> {
    return this.clock.run(milliseconds);
  }

  /** Lets time pass until something is so; throws when it is not within a minute. */
  async until(condition: () => boolean, limit = 60_000): Promise<void> {
    if (!(await this.clock.runUntil(condition, limit)))
      throw new Error(`not so within ${limit} ms: ${condition.toString()}`);
  }

  /** Stops every phone and lets every timer of the protocol run out. */
  async close(): Promise<void> {
    const stopped = Promise.all(this.#phones.map((phone) => phone.ua.dispose()));
    await this.run(70_000);
    await stopped;
    this.network.close();
  }

  /** What is still alive after {@link close}; all zero when nothing leaks. */
  leaks(): Readonly<Record<string, number>> {
    const sum = (count: (phone: Phone) => number): number =>
      this.#phones.reduce((total, phone) => total + count(phone), 0);
    const transactions = (phone: Phone): number => {
      const { client, server, lingering } = phone.ua.userAgent.core.transactions.counts();
      return client + server + lingering;
    };
    return {
      timers: this.clock.pending,
      sessions: sum((phone) => phone.ua.sessions.size),
      dialogs: sum((phone) => phone.ua.userAgent.core.dialogs.size),
      transactions: sum(transactions),
      handlers: sum((phone) => phone.media.open()),
      tracks: sum((phone) => phone.media.tracks()),
      sockets: this.network.counts().sockets,
    };
  }
}
