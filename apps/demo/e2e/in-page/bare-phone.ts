import {
  browserPlatform,
  SharedUA,
  type SharedSnapshot,
  type TabAct,
  UA,
  type UAConfiguration,
} from '@hookswitch/sip-core';
import { createToneMicrophone } from '@hookswitch/sip-core/testing';

/** What a bare phone is set up with; all of it can be sent to a page. */
export interface BareConfiguration extends Pick<UAConfiguration, 'wsServers' | 'password' | 'resumeCalls'> {
  readonly uri: string;
  readonly wsServers: string;
  readonly tone: number;
}

/** A phone without a face, shared with the other pages of its browser. Loaded by tests alone. */
export const bare = {
  start: ({ tone, ...configuration }: BareConfiguration): void => {
    const platform = browserPlatform();
    const { webrtc } = platform;
    if (webrtc === undefined) throw new Error('There is no WebRTC here.');
    const getUserMedia = (): Promise<MediaStream> => Promise.resolve(createToneMicrophone(tone).stream);
    const ua = new UA({ ...configuration, platform: { ...platform, webrtc: { ...webrtc, getUserMedia } } });
    shared = new SharedUA(ua);
    shared.start();
  },
  snapshot: (): SharedSnapshot => phone().getSnapshot(),
  act: (act: TabAct): Promise<void> => phone().act(act),
  /** Milliseconds since the epoch at which it was registered last. */
  registeredAt: async (after: number): Promise<number> => {
    const registered = (): boolean => phone().ua.isRegistered();
    if (!registered()) await new Promise<void>((resolve) => phone().ua.once('registered', () => resolve()));
    return Math.max(after, Date.now());
  },
};

let shared: SharedUA | undefined;

function phone(): SharedUA {
  if (shared === undefined) throw new Error('The phone was not started.');
  return shared;
}

declare global {
  interface Window {
    bare: typeof bare;
  }
}

window.bare = bare;
