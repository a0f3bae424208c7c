import { describe, expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { answered, over } from '../testing/snapshots.ts';
import { createSipStore } from './create-sip-store.ts';
import { ENDED_LIMIT } from './project.ts';
import type { SipState } from './sip-state.ts';

describe('createSipStore', () => {
  it('[RCT-01] projects the snapshot of the user agent, by id', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    ua.update({ status: 'connected', server: 'wss://sip.example.com', attempts: 2 });
    ua.add('a');
    ua.add('b');

    const state = store.getState();
    expect(state).toMatchObject({ status: 'connected', server: 'wss://sip.example.com', attempts: 2 });
    expect(state.account.user).toBe('alice');
    expect(state.sessionIds).toEqual(['a', 'b']);
    expect(state.sessions['a']).toBe(ua.getSnapshot().sessions[0]);
  });

  it('[RCT-01] is serialisable as it stands', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    ua.add('a');
    ua.change('a', over({ code: 'BUSY', statusCode: 486 }));
    ua.add('b');

    const state = store.getState();
    expect(JSON.parse(JSON.stringify(state))).toEqual({ ...state, sessions: { ...state.sessions } });
  });

  it('[RCT-01] tells once of each change, and never of none', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    const states: SipState[] = [];
    store.subscribe((state) => states.push(state));

    ua.add('a');
    expect(states).toHaveLength(1);
    ua.update({});
    expect(states).toHaveLength(1);
    ua.change('a', answered(5));
    expect(states).toHaveLength(2);
  });

  it('[RCT-01] shares what did not change', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    ua.add('a');
    ua.add('b');
    const before = store.getState();

    ua.update({ attempts: 1 });
    expect(store.getState()).toMatchObject({ attempts: 1 });
    expect(store.getState().sessions).toBe(before.sessions);
    expect(store.getState().sessionIds).toBe(before.sessionIds);

    ua.change('b', answered(5));
    const after = store.getState();
    expect(after.sessions).not.toBe(before.sessions);
    expect(after.sessions['a']).toBe(before.sessions['a']);
    expect(after.sessionIds).toBe(before.sessionIds);
    expect(after.ended).toBe(before.ended);
    expect(after.registration).toBe(before.registration);
  });

  it('[RCT-01] is frozen', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    ua.add('a');
    const state = store.getState();
    for (const part of [state, state.sessions, state.sessionIds, state.ended]) expect(Object.isFrozen(part)).toBe(true);
  });

  it('[RCT-01] keeps sessions that ended, latest first, fifty at the most', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    for (let index = 0; index < ENDED_LIMIT + 5; index += 1) {
      ua.add(String(index));
      ua.change(String(index), over({ code: 'BUSY' }, index));
    }
    const { ended, sessionIds, sessions } = store.getState();
    expect(sessionIds).toEqual([]);
    expect(Object.keys(sessions)).toEqual([]);
    expect(ended).toHaveLength(ENDED_LIMIT);
    expect(ended[0]).toMatchObject({ id: '54', endedAt: 54, cause: { code: 'BUSY' } });
    expect(ended.at(-1)?.id).toBe('5');

    ua.update({ attempts: 1 });
    expect(store.getState().ended).toBe(ended);
  });

  it('[RCT-01] takes ids from the network for what they are', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    expect(store.getState().sessions['constructor']).toBeUndefined();
    ua.add('__proto__');
    ua.add('constructor');
    expect(Object.keys(store.getState().sessions)).toEqual(['__proto__', 'constructor']);
    expect(store.getState().sessions['__proto__']?.id).toBe('__proto__');
  });

  it('[RCT-01] begins with the state of a user agent that was never started, whatever its state', () => {
    const ua = new FakeUA();
    ua.update({ status: 'connected' });
    ua.add('a');
    const store = createSipStore(ua.asUA);
    expect(store.getInitialState()).toMatchObject({ status: 'idle', sessionIds: [], focusedSessionId: null });
    expect(store.getState()).toMatchObject({ status: 'connected', sessionIds: ['a'] });
  });

  it('[RCT-01] reads what it missed when it is attached again, and leaves no subscriber behind', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    expect([ua.subscribers, store.attached]).toEqual([1, true]);
    store.detach();
    store.detach();
    expect([ua.subscribers, store.attached]).toEqual([0, false]);

    ua.add('a');
    expect(store.getState().sessionIds).toEqual([]);
    store.attach();
    store.attach();
    expect(store.getState().sessionIds).toEqual(['a']);
    expect(ua.subscribers).toBe(1);
  });
});

describe('the focused session', () => {
  function focused(act: (ua: FakeUA, store: ReturnType<typeof createSipStore>) => void): string | null {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    act(ua, store);
    return store.getState().focusedSessionId;
  }

  it('[RCT-01] is the call that rings when there is no other', () => {
    expect(focused((ua) => ua.add('a'))).toBe('a');
  });

  it('[RCT-01] is not taken by a call that rings', () => {
    const act = (ua: FakeUA): void => {
      ua.add('a');
      ua.change('a', answered());
      ua.add('b');
    };
    expect(focused(act)).toBe('a');
  });

  it('[RCT-01] is the call just placed or just answered', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    ua.add('a');
    ua.invite('carol');
    expect(store.getState().focusedSessionId).toBe('out-carol');
    ua.change('a', { phase: 'connecting' });
    expect(store.getState().focusedSessionId).toBe('a');
  });

  it('[RCT-01] falls to the call most likely meant when it ends', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    ua.add('ringing');
    ua.add('held', { ...answered(), hold: { local: true, remote: false } });
    ua.add('talking', answered());
    ua.invite('carol');
    const order: (string | null)[] = [];
    for (;;) {
      const { focusedSessionId } = store.getState();
      order.push(focusedSessionId);
      if (focusedSessionId === null) break;
      ua.change(focusedSessionId, over());
    }
    expect(order).toEqual(['out-carol', 'talking', 'ringing', 'held', null]);
  });

  it('[RCT-01] is what the app says, as long as that lives', () => {
    const ua = new FakeUA();
    const store = createSipStore(ua.asUA);
    ua.add('a');
    ua.add('b');
    store.focus('b');
    expect(store.getState().focusedSessionId).toBe('b');
    store.focus('gone');
    expect(store.getState().focusedSessionId).toBe('b');
    store.focus(null);
    ua.change('a', answered(1));
    expect(store.getState().focusedSessionId).toBe('a');
    store.focus(null);
    ua.update({ attempts: 3 });
    expect(store.getState().focusedSessionId).toBeNull();
  });
});
