import type { Session } from '@hookswitch/sip-core';
import { BrowserPhones, mediaOf } from '@hookswitch/sip-core/testing';
import { Activity, type ReactNode, StrictMode, useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { useAudioLevel } from './hooks/use-audio-level.ts';
import { useCallTimer } from './hooks/use-call-timer.ts';
import { useMediaStream } from './hooks/use-media-stream.ts';
import { useSession } from './hooks/use-session.ts';
import { SipProvider } from './provider/sip-provider.tsx';

const soon = { timeout: 8000, interval: 20 };
let phones: BrowserPhones;

beforeEach(() => {
  phones = new BrowserPhones();
});

afterEach(() => phones.close());

/** How many packets of sound have arrived. */
async function packets(session: Session): Promise<number> {
  const report = await mediaOf(session).peerConnection.getStats();
  const inbound = [...report.values()].find((each: RTCStats) => each.type === 'inbound-rtp') as
    (RTCStats & { readonly packetsReceived: number }) | undefined;
  return inbound?.packetsReceived ?? 0;
}

function Call(): ReactNode {
  const { session } = useSession();
  useMediaStream(session?.id ?? null);
  useCallTimer();
  return <p data-testid="phase">{session?.phase ?? 'none'}</p>;
}

/** The same once more: what a module is after it was edited and taken up anew. */
function EditedCall(): ReactNode {
  return <Call />;
}

it('[statement 4] [RCT-02] a call lives through a hidden Activity, a change of route, a remount and an edit', async () => {
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const page = (mode: 'visible' | 'hidden', key: string, route: ReactNode): ReactNode => (
    <StrictMode>
      <Activity mode={mode}>
        <SipProvider key={key} ua={alice.ua}>
          {route}
        </SipProvider>
      </Activity>
    </StrictMode>
  );
  const screen = await render(page('visible', '1', <Call />));
  const { caller } = await phones.call(alice, bob);
  const stages: readonly (readonly [string, ReactNode])[] = [
    ['shown', page('visible', '1', <Call />)],
    ['hidden', page('hidden', '1', <Call />)],
    ['shown again', page('visible', '1', <Call />)],
    ['another route', page('visible', '1', <p>elsewhere</p>)],
    ['back', page('visible', '1', <Call />)],
    ['a provider remounted in the same task', page('visible', '2', <Call />)],
    ['an edited module', page('visible', '2', <EditedCall />)],
  ];
  for (const [what, tree] of stages) {
    const before = await packets(caller);
    await screen.rerender(tree);
    await expect.poll(() => packets(caller), { ...soon, message: what }).toBeGreaterThan(before + 5);
    expect(caller.state, what).toBe('Established');
  }
  await expect.element(screen.getByTestId('phase')).toHaveTextContent('established');
  expect(phones.network.trace.find('BYE')).toEqual([]);
  expect(phones.network.trace.find('INVITE').filter(({ text }) => /;tag=[^\n]*\r?\nCall-ID/.test(text))).toEqual([]);
  await caller.terminate();
  await screen.unmount();
});

it('[statement 5] [RCT-04] a level meter paints 600 frames, as in ten seconds, without a render', async () => {
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const { caller } = await phones.call(alice, bob);
  const count = { renders: 0, frames: 0 };
  // Frames as fast as they are asked for.
  const { port1, port2 } = new MessageChannel();
  const waiting: FrameRequestCallback[] = [];
  port2.onmessage = () => {
    count.frames += 1;
    waiting.shift()?.(count.frames);
  };
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => {
    port1.postMessage(null);
    return waiting.push(draw);
  });
  const noteRender = (): void => {
    count.renders += 1;
  };
  function Meter(): ReactNode {
    const bar = useRef<HTMLElement>(null);
    useAudioLevel(bar, { id: caller.id });
    noteRender();
    return <b ref={bar} data-testid="bar" />;
  }
  const screen = await render(
    <SipProvider ua={alice.ua} stopOnUnmount="never">
      <Meter />
    </SipProvider>,
  );
  const { renders } = count;
  const bar = screen.getByTestId('bar').element() as HTMLElement;
  await expect.poll(() => Number(bar.style.getPropertyValue('--level')), soon).toBeGreaterThan(0.5);
  await expect.poll(() => count.frames, soon).toBeGreaterThan(600);
  expect(count.renders).toBe(renders);
  port1.close();
  await screen.unmount();
});

it('[statement 15] [APP-05] a real call needs no server and no permission, and sounds within seconds', async () => {
  const asked = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const began = performance.now();
  const { caller } = await phones.call(alice, bob);
  await expect.poll(() => packets(caller), soon).toBeGreaterThan(20);
  // Well under two seconds by itself; a busy machine gets some more.
  expect(performance.now() - began).toBeLessThan(6000);
  expect(asked).not.toHaveBeenCalled();
});
