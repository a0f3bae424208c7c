import { describe, expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { Journal } from '../testing/journal.ts';
import { createSipStore, type SipStore } from './create-sip-store.ts';
import { ENDED_LIMIT, idleState, project } from './project.ts';
import type { SipState } from './sip-state.ts';

const scene = CallScene.each();

describe('createSipStore', () => {
  it('[RCT-01] projects the snapshot of the user agent, by id', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    const [a, b] = [await scene().ringing(), await scene().ringing()];

    expect(store.getState()).toMatchObject({ status: 'connected', server: line.network.server, attempts: 0 });
    const state = store.getState();
    expect(state.registration).toBe(alice.getSnapshot().registration);
    expect(state.account.user).toBe('alice');
    expect(state.sessionIds).toEqual([a.id, b.id]);
    expect(state.sessions[a.id]).toBe(alice.getSnapshot().sessions[0]);
    line.network.down();
    await line.pass(61_000);
    const { attempts, retryAt } = alice.getSnapshot();
    expect(attempts).toBeGreaterThan(1);
    expect(store.getState()).toMatchObject({ status: 'reconnecting', attempts, retryAt });
  });

  it('[RCT-01] is serialisable as it stands', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    alice.invite('602');
    await line.pass(0);
    await scene().ringing();

    const state = store.getState();
    expect([state.ended.length, state.sessionIds.length]).toEqual([1, 1]);
    expect(JSON.parse(JSON.stringify(state))).toEqual({ ...state, sessions: { ...state.sessions } });
  });

  it('[RCT-01] tells once of each change, and never of none', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    const { here } = await scene().talking();
    const states: SipState[] = [];
    store.subscribe((state) => states.push(state));

    here.mute();
    expect(states).toHaveLength(1);
    here.mute();
    void scene().bob.options('alice');
    await line.pass(0);
    store.detach();
    store.attach();
    expect(states).toHaveLength(1);
    here.unmute();
    expect(states).toHaveLength(2);
  });

  it('[RCT-01] shares what did not change', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    const [a, b] = [await scene().ringing(), await scene().ringing()];
    const before = store.getState();

    await line.after(() => alice.unregister(), 0);
    expect(store.getState().registration).not.toBe(before.registration);
    expect(store.getState().sessions).toBe(before.sessions);
    expect(store.getState().sessionIds).toBe(before.sessionIds);

    const { registration } = store.getState();
    await line.after(() => b.here.accept(), 0);
    const after = store.getState();
    expect(after.sessions).not.toBe(before.sessions);
    expect(after.sessions[b.id]?.phase).toBe('established');
    expect(after.sessions[a.id]).toBe(before.sessions[a.id]);
    expect(after.sessionIds).toBe(before.sessionIds);
    expect(after.ended).toBe(before.ended);
    expect(after.registration).toBe(registration);
  });

  it('[RCT-01] is frozen', async () => {
    const store = createSipStore(scene().alice);
    await scene().ringing();
    const state = store.getState();
    for (const part of [state, state.sessions, state.sessionIds, state.ended]) expect(Object.isFrozen(part)).toBe(true);
  });

  it('[RCT-01] keeps sessions that ended, latest first, fifty at the most', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    const ids: string[] = [];
    for (let index = 0; index < ENDED_LIMIT + 5; index += 1) {
      ids.push(alice.invite('602').id);
      await line.clock.run(0);
    }
    const { ended, sessionIds, sessions } = store.getState();
    expect(sessionIds).toEqual([]);
    expect(Object.keys(sessions)).toEqual([]);
    expect(ended).toHaveLength(ENDED_LIMIT);
    expect(ended[0]).toMatchObject({ id: ids.at(-1), endedAt: line.clock.now(), cause: { code: 'BUSY' } });
    expect(ended.at(-1)?.id).toBe(ids[5]);

    await line.after(() => alice.unregister(), 0);
    expect(store.getState().ended).toBe(ended);
  });

  it('[RCT-01] takes ids from the network for what they are', async () => {
    const { alice } = scene();
    const { here } = await scene().ringing();
    const before = idleState(alice.getSnapshot());
    expect(before.sessions['constructor']).toBeUndefined();
    const sessions = ['__proto__', 'constructor'].map((id) => ({ ...here.getSnapshot(), id }));
    const state = project(before, { ...alice.getSnapshot(), sessions });
    expect(Object.keys(state.sessions)).toEqual(['__proto__', 'constructor']);
    expect(state.sessions['__proto__']?.id).toBe('__proto__');
  });

  it('[RCT-01] begins with the state of a user agent that was never started, whatever its state', async () => {
    const { id } = await scene().ringing();
    const store = createSipStore(scene().alice);
    expect(store.getInitialState()).toMatchObject({ status: 'idle', sessionIds: [], focusedSessionId: null });
    expect(store.getState()).toMatchObject({ status: 'connected', sessionIds: [id] });
  });

  it('[RCT-01] reads what it missed when it is attached again, and leaves no subscriber behind', async () => {
    const journal = new Journal();
    const ua = journal.follow(scene().alice);
    const store = createSipStore(ua);
    expect([journal.subscribers(ua), store.attached]).toEqual([1, true]);
    store.detach();
    store.detach();
    expect([journal.subscribers(ua), store.attached]).toEqual([0, false]);

    const { id } = await scene().ringing();
    expect(store.getState().sessionIds).toEqual([]);
    store.attach();
    store.attach();
    expect(store.getState().sessionIds).toEqual([id]);
    expect(journal.subscribers(ua)).toBe(1);
  });
});

describe('the focused session', () => {
  const focused = (store: SipStore): string | null => store.getState().focusedSessionId;

  it('[RCT-01] is the call that rings when there is no other', async () => {
    const store = createSipStore(scene().alice);
    const { id } = await scene().ringing();
    expect(focused(store)).toBe(id);
  });

  it('[RCT-01] is not taken by a call that rings', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    const { id } = await scene().talking();
    const had = new Set<string | null>();
    store.subscribe(() => had.add(focused(store)));
    const [declined, takenBack] = [await scene().ringing(), await scene().ringing()];
    await line.after(() => declined.here.reject());
    await line.after(() => takenBack.there.terminate());
    expect(declined.here.state).toBe('Terminated');
    expect([...had]).toEqual([id]);
  });

  it('[RCT-01] is the call just placed or just answered', async () => {
    const store = createSipStore(scene().alice);
    const a = await scene().ringing();
    const placed = scene().alice.invite('603');
    expect(focused(store)).toBe(placed.id);
    void a.here.accept();
    await scene().line.pass(0);
    expect(focused(store)).toBe(a.id);
  });

  it('[RCT-01] falls to the call most likely meant when it ends', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    const ringing = await scene().ringing();
    const held = await scene().talking();
    await line.after(() => held.here.hold(), 0);
    const [talking, placed] = [await scene().talking(), await scene().dialing()];
    const order: (string | null)[] = [];
    for (;;) {
      const id = focused(store);
      order.push(id);
      const session = alice.sessions.get(id ?? '');
      if (session === undefined) break;
      await line.after(() => session.terminate(), 0);
    }
    expect(order).toEqual([placed.id, talking.id, ringing.id, held.id, null]);
  });

  it('[RCT-01] is what the app says, as long as that lives', async () => {
    const { alice, line } = scene();
    const store = createSipStore(alice);
    const [a, b] = [await scene().ringing(), await scene().ringing()];
    store.focus(b.id);
    expect(focused(store)).toBe(b.id);
    store.focus('gone');
    expect(focused(store)).toBe(b.id);
    store.focus(null);
    await line.after(() => a.here.accept(), 0);
    expect(focused(store)).toBe(a.id);
    store.focus(null);
    await line.after(() => alice.unregister(), 0);
    expect(focused(store)).toBeNull();
  });
});
