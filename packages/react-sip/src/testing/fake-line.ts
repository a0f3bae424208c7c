import { type Random, UA, type UAConfiguration } from '@hookswitch/sip-core';
import {
  createFakeMedia,
  createFakeNetwork,
  type FakeMedia,
  type FakeNetwork,
  type FakeNetworkOptions,
  seededRandom,
  VirtualClock,
} from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';
import { vi } from 'vitest';

/** A SIP network in memory and in virtual time, with what real user agents need to live on it. */
export class FakeLine {
  readonly clock: VirtualClock = new VirtualClock();
  /** The same in each run: of identifiers, and of how long is waited. */
  readonly random: Random = seededRandom();
  readonly network: FakeNetwork;
  /** How many sockets were opened since the beginning. */
  sockets = 0;
  readonly #media = new Map<string, FakeMedia>();

  constructor(options: Omit<FakeNetworkOptions, 'clock'> = {}) {
    this.network = createFakeNetwork({ random: this.random, ...options, clock: this.clock });
  }

  /** What the phones of this user have for media. */
  media(user: string): FakeMedia {
    const media = this.#media.get(user) ?? createFakeMedia();
    this.#media.set(user, media);
    return media;
  }

  /** What a user agent of this user is made from. */
  configuration(user: string): UAConfiguration {
    const { network, clock, random } = this;
    const account = network.accounts.find((other) => other.user === user);
    return {
      uri: network.uri(user),
      wsServers: network.server,
      password: account?.password,
      sessionDescriptionHandlerFactory: this.media(user),
      platform: {
        clock,
        random,
        createWebSocket: (url, protocols) => {
          this.sockets += 1;
          return network.createWebSocket(url, protocols);
        },
      },
    };
  }

  ua(user: string, changes: UAConfiguration = {}): UA {
    return new UA({ ...this.configuration(user), ...changes });
  }

  /** Lets virtual time pass, and with it React do what follows; a real task comes before it and in its middle. */
  async pass(milliseconds = 2000): Promise<void> {
    const half = Math.floor(milliseconds / 2);
    await act(async () => {
      await nextTask();
      await this.clock.run(half);
      await nextTask();
      await this.clock.run(milliseconds - half);
    });
  }

  /**
   * Begins something, lets time pass, and gives what came of it.
   *
   * @throws Error when nothing has
   */
  async after<Value>(begin: () => Promise<Value>, milliseconds?: number): Promise<Value> {
    const outcome: { of?: Promise<Value>; settled: boolean } = { settled: false };
    const settle = (): void => void (outcome.settled = true);
    act(() => {
      outcome.of = begin();
      outcome.of.then(settle, settle);
    });
    await this.pass(milliseconds);
    if (outcome.of === undefined || !outcome.settled) throw new Error('It is still under way.');
    return await outcome.of;
  }

  /**
   * Places a call that is answered.
   *
   * @returns what hangs it up
   */
  async talk(ua: UA): Promise<() => Promise<void>> {
    const session = ua.invite('600');
    await this.pass();
    if (session.state !== 'Established') throw new Error(`The call is ${session.state}.`);
    return () => this.after(() => session.terminate());
  }

  /** What the registrar granted, oldest first: who was bound, and whose binding was removed. */
  get registrations(): readonly string[] {
    return this.network.trace.find('200 REGISTER').map(({ text }) => {
      const user = /^To: <sip:([^@]*)/m.exec(text)?.[1] ?? '?';
      return `${user} ${/^Contact:/m.test(text) ? 'bound' : 'removed'}`;
    });
  }
}

async function nextTask(): Promise<void> {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(1);
  else await new Promise((resolve) => setTimeout(resolve, 1));
}
