import { act } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { useConnection } from './use-connection.ts';

it('[RCT-03] tells how the link to the server stands', async () => {
  const ua = new FakeUA();
  const { value } = renderHook(ua, useConnection);
  expect(value()).toMatchObject({ status: 'connected', isConnected: true, server: 'wss://sip.example.com' });
  act(() => ua.update({ status: 'reconnecting', attempts: 2, retryAt: 9000 }));
  expect(value()).toMatchObject({ status: 'reconnecting', isConnected: false, attempts: 2, retryAt: 9000 });
  await act(() => value().stop());
  expect(value().status).toBe('stopped');
  await act(() => value().start());
  expect(value().status).toBe('connected');
});

it('[RCT-03] rejects what the user agent throws', async () => {
  const ua = new FakeUA();
  const { value } = renderHook(ua, useConnection);
  vi.spyOn(ua, 'start').mockImplementation(() => {
    throw new TypeError('broken');
  });
  await expect(value().start()).rejects.toThrow('broken');
});

it('[RCT-04] renders for the link alone, and returns the same for the same', () => {
  const ua = new FakeUA();
  const { value, renders, rerender } = renderHook(ua, useConnection);
  renders();
  const before = value();
  act(() => {
    ua.registration({ status: 'registered' });
    ua.add('a');
  });
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  act(() => ua.update({ attempts: 1 }));
  expect(renders()).toBe(2);
  expect(value().start).toBe(before.start);
});
