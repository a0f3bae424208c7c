import { expect, it } from 'vitest';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import { type PathSource, PathWatch } from './path-watch.ts';

class Source extends EventTarget {
  connectionState: RTCPeerConnectionState = 'new';

  getReceivers(): RTCRtpReceiver[] {
    return [];
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

function scene() {
  const clock = new VirtualClock({ start: 0 });
  const source = new Source();
  const seen: string[] = [];
  const watch = new PathWatch(source as PathSource, clock, () => seen.push(watch.state));
  return { clock, source, watch, seen };
}

it('[MED-06] has no patience with a path that never comes up', async () => {
  const { clock, watch, seen } = scene();
  await clock.run(60_000);
  expect(watch.state).toBe('new');
  watch.expect(false);
  await clock.run(9999);
  expect(watch.state).toBe('new');
  await clock.run(1);
  expect([watch.state, seen]).toEqual(['failed', ['failed']]);
});

it('[MED-06] gives a path that broke the same time to come back', async () => {
  const { clock, source, watch, seen } = scene();
  watch.expect(false);
  source.become('connecting');
  await clock.run(5000);
  source.become('connected');
  await clock.run(60_000);
  source.become('disconnected');
  await clock.run(9000);
  source.become('connected');
  source.become('disconnected');
  await clock.run(10_000);
  expect(watch.state).toBe('failed');
  source.become('connected');
  expect(seen).toEqual(['connecting', 'connected', 'disconnected', 'connected', 'disconnected', 'failed', 'connected']);
});

it('[MED-06] starts anew with a new agreement, and leaves nothing', async () => {
  const { clock, source, watch } = scene();
  watch.expect(false);
  await clock.run(10_000);
  watch.expect(false);
  expect(watch.state).toBe('new');
  source.become('connecting');
  expect(clock.pending).toBe(1);
  watch.stop();
  expect(clock.pending).toBe(0);
  source.become('failed');
  expect(clock.pending).toBe(0);
});
