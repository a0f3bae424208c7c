import { expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useConnection } from './use-connection.ts';

const scene = CallScene.each();

it('[RCT-03] tells how the link to the server stands', async () => {
  const { alice, line } = scene();
  const { value } = renderOnLine(alice, useConnection);
  expect(value()).toMatchObject({ status: 'connected', isConnected: true, server: 'wss://sip.example.com/' });
  line.network.down();
  await line.pass(10_000);
  const { attempts, retryAt } = alice.getSnapshot();
  expect(attempts).toBeGreaterThan(1);
  expect(retryAt).toBeGreaterThan(line.clock.now());
  expect(value()).toMatchObject({ status: 'reconnecting', isConnected: false, attempts, retryAt });
  await line.after(() => value().stop());
  expect(value().status).toBe('stopped');
  line.network.up();
  await line.after(() => value().start());
  expect(value().status).toBe('connected');
});

it('[RCT-03] rejects what the user agent rejects with', async () => {
  const { alice, line } = scene();
  const { value } = renderOnLine(alice, useConnection);
  await line.after(() => value().stop());
  line.network.down();
  await expect(line.after(() => value().start())).rejects.toMatchObject({ code: 'CONNECT_FAILED' });
  expect(value().error).toMatchObject({ code: 'CONNECT_FAILED' });
});

it('[RCT-04] renders for the link alone, and returns the same for the same', async () => {
  const { alice, line } = scene();
  const { value, renders, rerender } = renderOnLine(alice, useConnection);
  renders();
  const before = value();
  await line.after(() => alice.unregister(), 0);
  await line.after(() => alice.register(), 0);
  await scene().talking();
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  renders();
  line.network.closeSockets({ user: 'alice' });
  await line.pass(0);
  expect([value().status, renders()]).toEqual(['reconnecting', 1]);
  expect(value().start).toBe(before.start);
});
