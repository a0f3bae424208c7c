import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useRegistration } from './use-registration.ts';

const scene = CallScene.each();

it('[RCT-03] tells how we stand with the registrar', async () => {
  const { line } = scene();
  const { value } = renderOnLine(line.ua('carol', { register: false }), useRegistration);
  await line.pass(0);
  expect(value()).toMatchObject({ status: 'unregistered', isRegistered: false, expiresAt: null, error: null });
  await line.after(() => value().register(), 0);
  expect(value()).toMatchObject({ status: 'registered', isRegistered: true });
  expect(value().expiresAt).toBe(line.clock.now() + 600_000);
  await line.after(() => value().unregister(), 0);
  expect(value()).toMatchObject({ status: 'unregistered', isRegistered: false });
  expect(line.registrations.slice(-2)).toEqual(['carol bound', 'carol removed']);
});

it('[RCT-04] renders for the registration alone, and returns the same for the same', async () => {
  const { alice, line } = scene();
  const { value, renders, rerender } = renderOnLine(alice, useRegistration);
  renders();
  const before = value();
  const call = await scene().talking();
  act(() => call.here.mute());
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  renders();
  await line.pass(1000);
  await line.after(() => alice.register(), 0);
  expect(renders()).toBe(1);
  expect(value()).not.toBe(before);
  expect(value().register).toBe(before.register);
});
