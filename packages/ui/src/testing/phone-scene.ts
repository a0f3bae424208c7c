import { browserPlatform, Invitation, type Platform, type Session, UA } from '@hookswitch/sip-core';
import {
  type Account,
  createFakeMedia,
  createFakeNetwork,
  createTestPicture,
  createToneMicrophone,
  type FakeMedia,
  type FakeNetwork,
  type ToneDevice,
  ToneDevices,
  type ToneMicrophone,
} from '@hookswitch/sip-core/testing';

/** Everybody in the scene. We are Alice. */
const people: Readonly<Record<'alice' | 'marta' | 'ben' | 'jonas' | 'support', Account>> = {
  alice: { user: '1001', displayName: 'Alice Martin', password: 'wonderland' },
  marta: { user: '+351215550134', displayName: 'Marta Oliveira', password: 'lisbon' },
  ben: { user: '1002', displayName: 'Ben Carter', password: 'leeds' },
  jonas: { user: '+4930901820', displayName: 'Jonas Weber', password: 'berlin' },
  support: { user: '1900', displayName: 'Support', password: 'bristol' },
};

/** Somebody in the scene other than us. */
export type Other = Exclude<keyof typeof people, 'alice'>;

/** What the microphone of a user hums, in hertz. */
function toneOf(user: string): number {
  const all = Object.values(people).map((person) => person.user);
  return 300 + 80 * all.indexOf(user);
}

/** What somebody's microphone hums, in hertz. */
export const sceneTones: Readonly<Record<keyof typeof people, number>> = {
  alice: toneOf(people.alice.user),
  marta: toneOf(people.marta.user),
  ben: toneOf(people.ben.user),
  jonas: toneOf(people.jonas.user),
  support: toneOf(people.support.user),
};

/** Whether a call has pictures; default false. */
export interface Pictures {
  readonly video?: boolean;
}

function withPictures({ video = false }: Pictures): {
  readonly sessionDescriptionHandlerOptions: { readonly constraints: MediaStreamConstraints };
} {
  return { sessionDescriptionHandlerOptions: { constraints: { audio: true, video } } };
}

/** How a {@link PhoneScene} is set up. */
export interface PhoneSceneOptions {
  /** `tone` is real WebRTC with a humming microphone; `fake` needs no browser. Default: what the page can do. */
  readonly media?: 'fake' | 'tone';
  /** Our password; the right one by default. */
  readonly password?: string;
  /** Our microphones and loudspeakers, to plug and unplug; one microphone that hums without. */
  readonly devices?: readonly ToneDevice[];
  /** Names of other people, to see how they look. */
  readonly names?: Partial<Readonly<Record<Other, string>>>;
}

/**
 * Real user agents that call each other over the in-memory network: what stands behind the stories and tests of the
 * connected components. `ua` goes into a `SipProvider`.
 */
export class PhoneScene {
  readonly network: FakeNetwork;
  /** Our own. */
  readonly ua: UA;
  /** What we speak into and listen to, where the scene has devices of its own. */
  readonly devices: ToneDevices | null;
  readonly #options: PhoneSceneOptions;
  readonly #others = new Map<Other, UA>();
  readonly #media: FakeMedia = createFakeMedia();
  readonly #microphones: ToneMicrophone[] = [];

  constructor(options: PhoneSceneOptions = {}) {
    this.#options = options;
    this.devices = options.devices === undefined ? null : new ToneDevices(options.devices);
    this.network = createFakeNetwork({ accounts: Object.values(people), states: true });
    this.ua = this.#make({ ...people.alice, password: options.password ?? people.alice.password }, this.devices);
  }

  /** Connects and waits for the registrar's word. */
  async start(): Promise<this> {
    await this.ua.start();
    await this.until(() => ['registered', 'failed'].includes(this.ua.getSnapshot().registration.status));
    return this;
  }

  /** Somebody calls us; resolves when it rings here. */
  async receive(from: Other, pictures: Pictures = {}): Promise<Session> {
    const other = await this.other(from);
    const known = this.ua.sessions.size;
    const session = other.invite(this.network.uri(people.alice.user), withPictures(pictures));
    await this.until(() => this.ua.sessions.size > known);
    return session;
  }

  /** Somebody calls us and we answer; resolves with our session when both sides talk. */
  async answer(from: Other): Promise<Session> {
    await this.receive(from);
    const session = [...this.ua.sessions.values()].find(({ state }) => state === 'Initial');
    if (!(session instanceof Invitation)) throw new Error('A call that came in is there.');
    await session.accept();
    await this.until(() => session.getSnapshot().phase === 'established');
    return session;
  }

  /** We call somebody who answers; resolves when both sides talk. */
  async talkTo(whom: Other, pictures: Pictures = {}): Promise<Session> {
    const other = await this.other(whom);
    const stop = other.on('invite', (session) => void session.accept(withPictures(pictures)));
    const session = this.ua.invite(this.network.uri(people[whom].user), withPictures(pictures));
    await this.until(() => session.getSnapshot().phase === 'established');
    stop();
    return session;
  }

  /** The phone of somebody else, registered. */
  async other(name: Other): Promise<UA> {
    const known = this.#others.get(name);
    if (known !== undefined) return known;
    const ua = this.#make({ ...people[name], displayName: this.#options.names?.[name] ?? people[name].displayName });
    this.#others.set(name, ua);
    await ua.start();
    await this.until(() => ua.isRegistered());
    return ua;
  }

  /** Somebody else's phone, which was asked for before. */
  known(name: Other): UA {
    const ua = this.#others.get(name);
    if (ua === undefined) throw new Error(`Nobody has asked for the phone of ${name}.`);
    return ua;
  }

  /** Has somebody answer every call. */
  async picksUp(name: Other): Promise<UA> {
    const other = await this.other(name);
    other.on('invite', (session) => {
      // One that takes the place of another is answered by itself.
      if (session.replacing === undefined) void session.accept();
    });
    return other;
  }

  /** Waits for something to be so; throws when it is not within five seconds. */
  async until(condition: () => boolean): Promise<void> {
    if (!(await this.network.until(condition))) throw new Error(`Not so within five seconds: ${condition.toString()}`);
  }

  /** Ends everything. */
  async close(): Promise<void> {
    this.network.up();
    await Promise.allSettled([this.ua, ...this.#others.values()].map((ua) => ua.dispose()));
    for (const microphone of this.#microphones) microphone.stop();
    this.devices?.close();
    this.network.close();
  }

  #make({ user, displayName, password }: Account, devices: ToneDevices | null = null): UA {
    const media = this.#options.media ?? (typeof RTCPeerConnection === 'undefined' ? 'fake' : 'tone');
    return new UA({
      uri: this.network.uri(user),
      displayName,
      password,
      wsServers: this.network.server,
      connectionRecoveryMinInterval: 8,
      autoFollowRefer: true,
      platform: this.#platform(toneOf(user), devices),
      ...(media === 'fake' && { sessionDescriptionHandlerFactory: this.#media }),
    });
  }

  #platform(frequency: number, devices: ToneDevices | null): Platform {
    const { network: _network, ...rest } = browserPlatform();
    // What one story chooses is nothing to the next.
    const platform: Platform = { ...rest, preferences: forgetful() };
    const { createWebSocket } = this.network;
    if (platform.webrtc === undefined) return { ...platform, createWebSocket };
    if (devices !== null) return { ...platform, createWebSocket, webrtc: { ...platform.webrtc, ...devices.webrtc } };
    const getUserMedia = ({ audio, video }: MediaStreamConstraints): Promise<MediaStream> => {
      const tracks: MediaStreamTrack[] = [];
      if (audio !== undefined && audio !== false) {
        const microphone = createToneMicrophone(frequency);
        this.#microphones.push(microphone);
        tracks.push(...microphone.stream.getTracks());
      }
      if (video !== undefined && video !== false) {
        tracks.push(...createTestPicture({ hue: frequency % 360 }).stream.getTracks());
      }
      return Promise.resolve(new MediaStream(tracks));
    };
    const getDisplayMedia = (): Promise<MediaStream> => Promise.resolve(createTestPicture({ of: 'screen' }).stream);
    return { ...platform, createWebSocket, webrtc: { ...platform.webrtc, getUserMedia, getDisplayMedia } };
  }
}

/** A store that lasts as long as its scene. */
function forgetful(): NonNullable<Platform['preferences']> {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
