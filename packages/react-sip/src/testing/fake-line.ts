import { UA, type UAConfiguration } from '@hookswitch/sip-core';
import { createFakeMedia, createFakeNetwork, type FakeNetwork, VirtualClock } from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';

/** A SIP network in memory and in virtual time, with what real user agents need to live on it. */
export class FakeLine {
  readonly clock: VirtualClock = new VirtualClock();
  readonly network: FakeNetwork = createFakeNetwork({ clock: this.clock });
  /** How many sockets were opened since the beginning. */
  sockets = 0;

  /** What a user agent of this user is made from. */
  configuration(user: string): UAConfiguration {
    const { network, clock } = this;
    const account = network.accounts.find((other) => other.user === user);
    return {
      uri: network.uri(user),
      wsServers: network.server,
      password: account?.password,
      sessionDescriptionHandlerFactory: createFakeMedia(),
      platform: {
        clock,
        createWebSocket: (url, protocols) => {
          this.sockets += 1;
          return network.createWebSocket(url, protocols);
        },
      },
    };
  }

  ua(user: string): UA {
    return new UA(this.configuration(user));
  }

  /** Lets virtual time pass, and with it React do what follows; the next real task comes before and after. */
  async pass(milliseconds = 1000): Promise<void> {
    await act(async () => {
      await nextTask();
      await this.clock.run(milliseconds);
      await nextTask();
      await this.clock.run(milliseconds);
    });
  }

  /** What the registrar granted, oldest first: who was bound, and whose binding was removed. */
  get registrations(): readonly string[] {
    return this.network.trace.find('200 REGISTER').map(({ text }) => {
      const user = /^To: <sip:([^@]*)/m.exec(text)?.[1] ?? '?';
      return `${user} ${/^Contact:/m.test(text) ? 'bound' : 'removed'}`;
    });
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
