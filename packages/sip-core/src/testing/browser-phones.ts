import { createWebRtcMedia, type WebRtcMediaOptions } from '../media/webrtc/webrtc-media.ts';
import type { WebRtcSessionDescriptionHandler } from '../media/webrtc/webrtc-session-description-handler.ts';
import { browserPlatform, type Platform } from '../platform.ts';
import type { Invitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import { UA } from '../ua/ua.ts';
import { defaultAccounts } from './accounts.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import { ToneDevices } from './tone-devices.ts';

/** A phone of {@link BrowserPhones}: real media, devices that hum. */
export interface BrowserPhone {
  readonly ua: UA;
  readonly platform: Platform;
  readonly devices: ToneDevices;
}

/** What each microphone hums; `<user>-headset` is a second one at 150 Hz more. */
export const tones: { readonly [User in 'alice' | 'bob' | 'carol']: number } = { alice: 440, bob: 620, carol: 810 };

/** User agents with WebRTC that call each other over the in-memory network, in one page and in real time. */
export class BrowserPhones {
  readonly network: FakeNetwork = createFakeNetwork();
  readonly #phones: BrowserPhone[] = [];

  /**
   * A phone that is registered; two of one user are two forks of a call to that user.
   *
   * @param tone - what its first microphone hums, in hertz
   */
  async phone(
    user: keyof typeof tones,
    options: (platform: Platform) => WebRtcMediaOptions = () => ({}),
    tone: number = tones[user],
  ): Promise<BrowserPhone> {
    const devices = new ToneDevices([
      { id: `${user}-desk`, label: 'Desk', kind: 'audioinput', frequency: tone },
      { id: `${user}-headset`, label: 'Headset', kind: 'audioinput', frequency: tone + 150 },
      { id: `${user}-speaker`, label: 'Speaker', kind: 'audiooutput' },
    ]);
    const browser = browserPlatform();
    const platform: Platform = {
      ...browser,
      webrtc: { ...browser.webrtc!, ...devices.webrtc },
      createWebSocket: this.network.createWebSocket,
    };
    const account = defaultAccounts.find((other) => other.user === user);
    const ua = new UA({
      uri: this.network.uri(user),
      password: account?.password ?? '',
      wsServers: this.network.server,
      sessionDescriptionHandlerFactory: createWebRtcMedia(options(platform)),
      platform,
    });
    const phone = { ua, platform, devices };
    this.#phones.push(phone);
    await ua.start();
    await ua.register();
    return phone;
  }

  /** An answered call. */
  async call(from: BrowserPhone, to: BrowserPhone): Promise<{ readonly caller: Session; readonly callee: Invitation }> {
    const arrived = new Promise<Invitation>((resolve) => {
      to.ua.once('invite', resolve);
    });
    const caller = from.ua.invite(to.ua.configuration.uri ?? '');
    const callee = await arrived;
    await callee.accept();
    await established(caller);
    return { caller, callee };
  }

  async close(): Promise<void> {
    for (const { ua } of this.#phones) await ua.stop().catch(() => undefined);
    for (const { devices } of this.#phones) devices.close();
    this.network.close();
  }
}

/** The WebRTC media of a session. */
export function mediaOf(session: Session): WebRtcSessionDescriptionHandler {
  return session.sessionDescriptionHandler as WebRtcSessionDescriptionHandler;
}

function established(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (session.state !== 'Established') return;
      stop();
      resolve();
    };
    const stop = session.subscribe(check);
    check();
  });
}
