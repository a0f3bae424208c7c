import { handled } from '../base/promises.ts';
import type { UAConfiguration } from '../ua/configuration.ts';
import { UA } from '../ua/ua.ts';
import { createFakeMedia } from './fake-media.ts';
import type { FakeNetwork } from './fake-network.ts';

/** How a phone on a `FakeNetwork` is set up. */
export interface NetworkPhoneOptions {
  /** `fake` (default) asks for no microphone and carries no sound; `webrtc` is what users have, and needs a browser. */
  readonly media?: 'fake' | 'webrtc';
}

/** The real user agents of a network: that of the application under test, and those of people who call it. */
export class NetworkPhones {
  readonly #network: FakeNetwork;
  readonly #phones: UA[] = [];

  constructor(network: FakeNetwork) {
    this.#network = network;
  }

  configuration(user: string, { media = 'fake' }: NetworkPhoneOptions = {}): UAConfiguration {
    const { accounts, server, clock, random, createWebSocket } = this.#network;
    const account = accounts.find((each) => each.user === user);
    if (account === undefined) {
      throw new Error(`The network has no account "${user}", but ${accounts.map((each) => each.user).join(', ')}.`);
    }
    return {
      uri: this.#network.uri(user),
      password: account.password,
      displayName: account.displayName,
      wsServers: server,
      platform: { clock, random, createWebSocket },
      ...(media === 'fake' && { sessionDescriptionHandlerFactory: createFakeMedia() }),
    };
  }

  async phone(user: string, options?: NetworkPhoneOptions): Promise<UA> {
    const ua = new UA(this.configuration(user, options));
    this.#phones.push(ua);
    void handled(ua.start());
    if (await this.#network.until(() => ua.isRegistered())) return ua;
    throw new Error(`${user} could not register:\n${this.#network.trace.ladder()}`);
  }

  /** Lets go of the phones. */
  close(): void {
    for (const ua of this.#phones.splice(0)) void handled(ua.dispose());
  }
}
