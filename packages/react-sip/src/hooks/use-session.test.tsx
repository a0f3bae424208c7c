import { InvalidStateError } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SessionNotFoundError } from '../session/session-not-found-error.ts';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered, over } from '../testing/snapshots.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionState } from './use-session-state.ts';
import { useSession } from './use-session.ts';

describe('useSession', () => {
  it('[RCT-03] reads a session by its id, also when it has ended', () => {
    const ua = new FakeUA();
    const { value } = renderHook(ua, () => useSession('a'));
    expect(value().session).toBeNull();
    act(() => void ua.add('a'));
    expect(value().session?.phase).toBe('incoming');
    act(() => ua.change('a', answered(1)));
    expect(value().session?.phase).toBe('established');
    act(() => ua.change('a', over({ code: 'BUSY' })));
    act(() => ua.update({ attempts: 1 }));
    expect(value().session).toMatchObject({ phase: 'ended', cause: { code: 'BUSY' } });
  });

  it('[RCT-03] reads the focused session by default', () => {
    const ua = new FakeUA();
    const { value } = renderHook(ua, () => useSession());
    act(() => void ua.add('a', answered(1)));
    act(() => void ua.add('b'));
    expect(value().session?.id).toBe('a');
    act(() => ua.change('b', answered(2)));
    expect(value().session?.id).toBe('b');
    act(() => ua.change('b', over()));
    expect(value().session?.id).toBe('a');
  });

  it('[RCT-03] acts on the session it shows', async () => {
    const ua = new FakeUA();
    ua.add('a');
    ua.add('b');
    const { value } = renderHook(ua, () => useSession('a'));
    ua.log.length = 0;
    const { answer, decline, hangUp, hold, unhold, mute, unmute, sendDtmf, transfer } = value();
    await Promise.all([answer(), decline(), hold(), unhold(), mute(), unmute(), sendDtmf('12#')]);
    await transfer('sip:carol@example.com');
    await transfer({ sessionId: 'b' });
    await hangUp();
    expect(ua.log).toEqual([
      ...['accept a', 'reject a', 'hold a', 'unhold a', 'mute a', 'unmute a', 'dtmf 12# a'],
      ...['refer to sip:carol@example.com a', 'refer to b a', 'terminate a'],
    ]);
  });

  it('[RCT-03] toggles what the snapshot says', async () => {
    const ua = new FakeUA();
    ua.add('a', answered(1));
    const { value } = renderHook(ua, () => useSession('a'));
    ua.log.length = 0;
    const { toggleHold, toggleMute } = value();
    await toggleHold();
    await toggleMute();
    act(() => ua.change('a', { hold: { local: true, remote: true }, muted: { audio: true, video: false } }));
    await toggleHold();
    await toggleMute();
    expect(ua.log).toEqual(['hold a', 'mute a', 'unhold a', 'unmute a']);
  });

  it('[RCT-03] rejects with the typed error of the core, and with its own', async () => {
    const ua = new FakeUA();
    const session = ua.add('a');
    ua.invite('carol');
    const { value } = renderHook(ua, () => ({
      a: useSession('a'),
      out: useSession('out-carol'),
      none: useSession(null),
    }));
    session.failure = new InvalidStateError('hold', 'Initial');
    await expect(value().a.hold()).rejects.toMatchObject({ code: 'INVALID_STATE', state: 'Initial' });
    await expect(value().out.answer()).rejects.toBeInstanceOf(InvalidStateError);
    await expect(value().out.decline()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(value().none.hangUp()).rejects.toBeInstanceOf(SessionNotFoundError);
    await expect(value().a.transfer({ sessionId: 'gone' })).rejects.toMatchObject({
      ...{ code: 'SESSION_NOT_FOUND', sessionId: 'gone' },
    });
  });

  it('[RCT-03] waits for the same end when asked to hang up twice', async () => {
    const ua = new FakeUA();
    ua.add('a');
    const { value } = renderHook(ua, () => useSession('a'));
    await Promise.all([value().hangUp(), value().hangUp()]);
    expect(ua.log).toEqual(['start', 'terminate a']);
  });

  it('[RCT-03] leaves no unhandled rejection behind when nobody waits', async () => {
    const { value } = renderHook(new FakeUA(), () => useSession(null));
    void value().hold();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(value().hold()).rejects.toBeInstanceOf(SessionNotFoundError);
  });

  it('[RCT-03] hangs up a call that has ended without complaint', async () => {
    const ua = new FakeUA();
    ua.add('a');
    const { value } = renderHook(ua, () => useSession('a'));
    act(() => ua.change('a', over()));
    await expect(value().hangUp()).resolves.toBeUndefined();
    await expect(value().hold()).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
  });

  it('[RCT-04] renders for its own session alone, and returns the same for the same', () => {
    const ua = new FakeUA();
    for (let index = 0; index < 20; index += 1) ua.add(`s${index}`);
    const { value, renders, rerender } = renderHook(ua, () => useSession('s3'));
    renders();
    const before = value();
    act(() => {
      for (let index = 0; index < 20; index += 1) if (index !== 3) ua.change(`s${index}`, answered(1));
      ua.registration({ status: 'registered' });
    });
    expect(renders()).toBe(0);
    rerender();
    expect(value()).toBe(before);
    renders();
    act(() => ua.change('s3', answered(1)));
    expect(renders()).toBe(1);
  });
});

describe('useSessionActions', () => {
  it('[RCT-04] never renders for a change of the session, and keeps every identity', () => {
    const ua = new FakeUA();
    ua.add('a');
    const { value, renders } = renderHook(ua, () => ({ one: useSessionActions('a'), two: useSession('a').hangUp }));
    const { one, two } = value();
    expect(one.hangUp).toBe(two);
    act(() => ua.change('a', answered(1)));
    expect(value().one).toBe(one);
    const only = renderHook(ua, () => useSessionActions('a'));
    expect(only.value()).toBe(one);
    renders();
    only.renders();
    act(() => ua.change('a', { earlyMedia: true }));
    act(() => ua.change('a', over()));
    expect([renders(), only.renders()]).toEqual([2, 0]);
    expect(only.value()).toBe(one);
  });

  it('[RCT-04] keeps identities of sessions that are known, however many came and went', () => {
    const ua = new FakeUA();
    ua.add('kept', answered(1));
    const { value, rerender } = renderHook(ua, () => useSessionActions());
    const kept = value();
    act(() => {
      for (let index = 0; index < 400; index += 1) {
        ua.add(`s${index}`);
        ua.change(`s${index}`, answered(index));
        ua.change(`s${index}`, over());
      }
    });
    rerender();
    expect(value()).toBe(kept);
  });

  it('[RCT-03] focuses the session', () => {
    const ua = new FakeUA();
    ua.add('a', answered(1));
    ua.add('b');
    const { value } = renderHook(ua, () => ({
      focused: useSession().session?.id,
      focus: useSessionActions('b').focus,
    }));
    expect(value().focused).toBe('a');
    act(() => value().focus());
    expect(value().focused).toBe('b');
  });
});

describe('useSessionState', () => {
  it('[RCT-04] renders for the part it reads alone', () => {
    const ua = new FakeUA();
    ua.add('a', answered(1));
    const { value, renders } = renderHook(ua, () => useSessionState('a', (session) => session.muted.audio));
    renders();
    act(() => ua.change('a', { hold: { local: true, remote: false } }));
    expect([value(), renders()]).toEqual([false, 0]);
    act(() => ua.change('a', { muted: { audio: true, video: false } }));
    expect([value(), renders()]).toEqual([true, 1]);
  });

  it('[RCT-03] is null without a session', () => {
    const { value } = renderHook(new FakeUA(), () => useSessionState(undefined, (session) => session.id));
    expect(value()).toBeNull();
  });
});
