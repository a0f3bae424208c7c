import { InvalidStateError, type Session } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SessionNotFoundError } from '../session/session-not-found-error.ts';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useSession } from './use-session.ts';

const scene = CallScene.each();

it('[RCT-03] reads a session by its id, also when it has ended', async () => {
  const { alice, line } = scene();
  const shown = { id: 'not yet' };
  const { value, rerender } = renderOnLine(alice, () => useSession(shown.id));
  expect(value().session).toBeNull();
  const { id, here, there } = await scene().ringing();
  shown.id = id;
  rerender();
  expect(value().session?.phase).toBe('incoming');
  await line.after(() => here.accept());
  expect(value().session?.phase).toBe('established');
  await line.after(() => there.terminate());
  await scene().ringing();
  expect(value().session).toMatchObject({ phase: 'ended', cause: { code: 'HUNG_UP', by: 'remote' } });
});

it('[RCT-03] reads the focused session by default', async () => {
  const { alice, line } = scene();
  const { value } = renderOnLine(alice, () => useSession());
  const a = await scene().talking();
  const b = await scene().ringing();
  expect(value().session?.id).toBe(a.id);
  await line.after(() => b.here.accept());
  expect(value().session?.id).toBe(b.id);
  await line.after(() => b.there.terminate());
  expect(value().session?.id).toBe(a.id);
});

it('[RCT-03] acts on the session it shows', async () => {
  const { alice, line } = scene();
  const { id, here, there } = await scene().ringing();
  const { value } = renderOnLine(alice, () => useSession(id));
  const { answer, hangUp, hold, unhold, mute, unmute, sendDtmf } = value();
  await line.after(() => answer());
  expect([here.state, there.state]).toEqual(['Established', 'Established']);
  await line.after(hold);
  expect(there.getSnapshot().hold).toEqual({ local: false, remote: true });
  await line.after(unhold);
  expect(there.getSnapshot().hold).toEqual({ local: false, remote: false });
  const media = line.media('alice').of(id);
  await line.after(mute);
  expect(media?.muted).toEqual({ audio: true, video: false });
  await line.after(unmute);
  expect(media?.muted).toEqual({ audio: false, video: false });
  await line.after(() => sendDtmf('12#'));
  expect(media?.tones.map(({ tones }) => tones).join('')).toBe('12#');
  await line.after(hangUp);
  expect([here.state, there.state]).toEqual(['Terminated', 'Terminated']);
});

it('[RCT-03] declines and transfers the session it shows', async () => {
  const { alice, bob, line } = scene();
  const shown = await scene().ringing();
  const { value, rerender } = renderOnLine(alice, () => useSession(shown.id));
  await line.after(() => value().decline());
  expect(shown.there.getSnapshot().cause).toMatchObject({ code: 'UNAVAILABLE', statusCode: 480 });
  const bobTalksWith = () => [...bob.sessions.values()].map((session) => session.getSnapshot().remote.user);

  Object.assign(shown, await scene().talking());
  rerender();
  await line.after(() => value().transfer('sip:600@example.com'));
  expect(bobTalksWith()).toEqual(['600']);
  bob.sessions.forEach((session) => void session.terminate());

  Object.assign(shown, await scene().talking());
  rerender();
  const asked = alice.invite('601');
  await line.pass();
  await line.after(() => value().transfer({ sessionId: asked.id }));
  expect(bobTalksWith()).toEqual(['601']);
  expect(line.network.trace.find('REFER').at(-1)?.text).toContain('Replaces');
});

it('[RCT-03] toggles what the snapshot says', async () => {
  const { alice, line } = scene();
  const { id, here } = await scene().talking();
  const { value } = renderOnLine(alice, () => useSession(id));
  const { toggleHold, toggleMute } = value();
  const flags = () => [here.getSnapshot().hold.local, here.getSnapshot().muted.audio];
  await line.after(toggleHold);
  await line.after(toggleMute);
  expect(flags()).toEqual([true, true]);
  await line.after(toggleHold);
  await line.after(toggleMute);
  expect(flags()).toEqual([false, false]);
});

it('[RCT-03] rejects with the typed error of the core, and with its own', async () => {
  const { alice } = scene();
  const a = await scene().ringing();
  const out = await scene().dialing();
  const { value } = renderOnLine(alice, () => ({
    a: useSession(a.id),
    out: useSession(out.id),
    none: useSession(null),
  }));
  await expect(value().a.transfer('carol')).rejects.toMatchObject({ code: 'INVALID_STATE', state: a.here.state });
  await expect(value().out.answer()).rejects.toBeInstanceOf(InvalidStateError);
  await expect(value().out.decline()).rejects.toMatchObject({ code: 'INVALID_STATE' });
  await expect(value().none.hangUp()).rejects.toBeInstanceOf(SessionNotFoundError);
  await expect(value().a.transfer({ sessionId: 'gone' })).rejects.toMatchObject({
    ...{ code: 'SESSION_NOT_FOUND', sessionId: 'gone' },
  });
});

it('[RCT-03] waits for the same end when asked to hang up twice', async () => {
  const { alice, line } = scene();
  const { id, there } = await scene().talking();
  const { value } = renderOnLine(alice, () => useSession(id));
  await line.after(() => Promise.all([value().hangUp(), value().hangUp()]));
  expect(line.network.trace.find('BYE').filter(({ direction }) => direction === 'in')).toHaveLength(1);
  expect(there.state).toBe('Terminated');
});

it('[RCT-03] leaves no unhandled rejection behind when nobody waits', async () => {
  const { alice, line } = scene();
  const { value } = renderOnLine(alice, () => useSession(null));
  void value().hold();
  await line.pass();
  await expect(value().hold()).rejects.toBeInstanceOf(SessionNotFoundError);
});

it('[RCT-03] hangs up a call that has ended without complaint', async () => {
  const { alice, line } = scene();
  const { id, there } = await scene().talking();
  const { value } = renderOnLine(alice, () => useSession(id));
  await line.after(() => there.terminate());
  await expect(value().hangUp()).resolves.toBeUndefined();
  await expect(value().hold()).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
});

it('[RCT-04] renders for its own session alone, and returns the same for the same', async () => {
  const { alice, line } = scene();
  const own = await scene().talking();
  const others: Session[] = [];
  for (let index = 0; index < 19; index += 1) others.push((await scene().talking()).here);
  const { value, renders, rerender } = renderOnLine(alice, () => useSession(own.id));
  renders();
  const before = value();
  await line.after(() => Promise.all(others.map((other) => other.hold())));
  await line.after(() => alice.unregister());
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  renders();
  act(() => own.here.mute());
  expect(renders()).toBe(1);
});
