import { BrowserPhones } from '@hookswitch/sip-core/testing';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { SipProvider } from '../provider/sip-provider.tsx';
import { useRecording, type UseRecordingReturnType } from './use-recording.ts';

const cleanups: (() => unknown)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it('[MED-07] records a call, pauses, and keeps what is finished when the call ends', async () => {
  const phones = new BrowserPhones();
  cleanups.push(() => phones.close());
  const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
  const { caller, callee } = await phones.call(alice, bob);
  const seen: { recording?: UseRecordingReturnType; renders: number } = { renders: 0 };
  function Recorder(): ReactNode {
    seen.recording = useRecording(caller.id, { channels: 'stereo', onConsent: () => true });
    seen.renders += 1;
    return seen.recording.state;
  }
  const screen = await render(
    <SipProvider ua={alice.ua} stopOnUnmount="never">
      <Recorder />
    </SipProvider>,
  );
  await seen.recording?.start();
  await expect.poll(() => seen.recording?.active, soon).toBe(true);
  const { renders } = seen;
  await expect.poll(() => Date.now() - (seen.recording?.since ?? Infinity), soon).toBeGreaterThan(300);
  expect(seen.renders).toBe(renders);
  seen.recording?.pause();
  await expect.poll(() => seen.recording?.state, soon).toBe('paused');
  expect(seen.recording?.recorded).toBeGreaterThan(250);
  const first = await seen.recording?.stop();
  expect([first?.type, (first?.size ?? 0) > 200]).toEqual(['audio/webm;codecs=opus', true]);
  expect(first?.name).toMatch(/^call-bob-\d{4}-\d\d-\d\d-\d{4}\.webm$/);
  await seen.recording?.start();
  await expect.poll(() => Date.now() - (seen.recording?.since ?? Infinity), soon).toBeGreaterThan(300);
  await callee.terminate();
  await expect.poll(() => seen.recording?.files.length, soon).toBe(2);
  expect(seen.recording).toMatchObject({ state: 'idle', active: false, error: null });
  expect(seen.recording?.files[1]?.size).toBeGreaterThan(200);
  seen.recording?.discard();
  await expect.poll(() => seen.recording?.files, soon).toEqual([]);
  await screen.unmount();
});
