import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { useRegistration } from './use-registration.ts';

it('[RCT-03] tells how we stand with the registrar', async () => {
  const ua = new FakeUA();
  const { value } = renderHook(ua, useRegistration);
  expect(value()).toMatchObject({ status: 'unregistered', isRegistered: false, expiresAt: null, error: null });
  await act(() => value().register());
  expect(value()).toMatchObject({ status: 'registered', isRegistered: true, expiresAt: 600_000 });
  await act(() => value().unregister());
  expect(value()).toMatchObject({ status: 'unregistered', isRegistered: false });
  expect(ua.log).toEqual(['start', 'register', 'unregister']);
});

it('[RCT-04] renders for the registration alone, and returns the same for the same', () => {
  const ua = new FakeUA();
  const { value, renders, rerender } = renderHook(ua, useRegistration);
  renders();
  const before = value();
  act(() => {
    ua.update({ attempts: 4 });
    ua.add('a');
  });
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  renders();
  act(() => ua.registration({ status: 'registering' }));
  expect(renders()).toBe(1);
  expect(value()).not.toBe(before);
  expect(value().register).toBe(before.register);
});
