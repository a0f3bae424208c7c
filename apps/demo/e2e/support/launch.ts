import { type Browser, chromium } from 'playwright-core';

/** As in the browser tests: a synthetic microphone, sound without a gesture, nothing that talks to the outside. */
const flags = [
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** @param microphone - what the browser answers when a page asks for the microphone */
export function launch(microphone: 'allowed' | 'denied' = 'allowed'): Promise<Browser> {
  const answer = microphone === 'allowed' ? '--use-fake-ui-for-media-stream' : '--use-fake-ui-for-media-stream=deny';
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [...flags, answer],
  });
}
