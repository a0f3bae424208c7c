import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeTab } from '../testing/fake-page.ts';
import { FakeTabs } from '../testing/fake-tabs.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import { SharedUA } from './shared-ua.ts';
import { readTabMessage } from './tab-message.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

interface Tab {
  readonly shared: SharedUA;
  readonly phone: Phone;
  readonly page: FakeTab;
  readonly kill: () => void;
}

describe.each([true, false])('tabs of one account (locks: %s)', (locks) => {
  let box: PhoneBox;
  let browser: FakeTabs;
  let all: Tab[];

  beforeEach(() => {
    box = new PhoneBox();
    browser = new FakeTabs(box.clock, { locks });
    all = [];
  });

  afterEach(async () => {
    await Promise.all([...all.map(({ shared }) => shared.stop()), box.run(5000)]);
    await box.close();
    expect(box.leaks()).toEqual(nothing);
    expect(browser.open).toBe(0);
    expect(box.errors).toEqual([]);
  });

  function open(page = new FakeTab(box.clock)): Tab {
    const tabs = browser.tab();
    const phone = box.make('alice', {
      configuration: { resumeCalls: 'automatic', platform: { tabs, page: page.page, storage: page.storage } },
    });
    const shared = new SharedUA(phone.ua);
    shared.start();
    // As a browser does it: everything of the page is gone at once.
    const kill = (): void => {
      page.leave();
      tabs.kill();
      phone.ua.userAgent.dispose();
      void shared.stop();
    };
    const tab = { shared, phone, page, kill };
    all.push(tab);
    return tab;
  }

  const roles = (): string[] => all.map(({ shared }) => shared.getSnapshot().role);
  const registered = ({ shared }: Tab): boolean => shared.getSnapshot().phone.registration.status === 'registered';

  test('[NET-05] have one registration and one socket; all show the same phone', async () => {
    const [first, second, third] = [open(), open(), open()] as const;
    await box.until(() => [first, second, third].every(registered), 5000);
    expect(roles().filter((role) => role === 'leader')).toHaveLength(1);
    expect(roles().filter((role) => role === 'follower')).toHaveLength(2);
    expect(box.network.registrar.contacts('alice')).toHaveLength(1);
    expect(box.network.counts().sockets).toBe(1);
    await box.run(60_000);
    expect(roles().filter((role) => role === 'leader')).toHaveLength(1);
    expect(second.phone.ua.getSnapshot().status === 'idle' || first.phone.ua.getSnapshot().status === 'idle').toBe(
      true,
    );
  });

  test('[NET-05] show a call in all, which rings in one, and any of them deals with it', async () => {
    const bob = await box.phone('bob');
    const [first, second] = [open(), open()] as const;
    await box.until(() => [first, second].every(registered), 5000);
    const leader = all.find(({ shared }) => shared.getSnapshot().role === 'leader');
    const follower = all.find(({ shared }) => shared.getSnapshot().role === 'follower');
    if (leader === undefined || follower === undefined) throw new Error('roles');
    const caller = bob.ua.invite('alice');
    await box.until(() => follower.shared.getSnapshot().phone.sessions.length === 1);
    expect(leader.phone.incoming).toHaveLength(1);
    expect(follower.phone.incoming).toHaveLength(0);
    const [call] = follower.shared.getSnapshot().phone.sessions;
    const session = call?.id ?? '';
    const act = async (name: 'answer' | 'hold' | 'unhold' | 'mute' | 'hangUp'): Promise<void> => {
      await Promise.all([follower.shared.act({ name, session }), box.run(1000)]);
    };
    const shown = (): unknown => follower.shared.getSnapshot().phone.sessions[0];
    await act('answer');
    expect(caller.state).toBe('Established');
    expect(shown()).toMatchObject({ phase: 'established' });
    await act('hold');
    expect(shown()).toMatchObject({ hold: { local: true, remote: false } });
    await act('unhold');
    await act('mute');
    expect(shown()).toMatchObject({ muted: { audio: true } });
    await Promise.all([follower.shared.act({ name: 'dtmf', session, tones: '1' }), box.run(1000)]);
    expect(leader.phone.media.of(session)?.tones.map(({ tones }) => tones)).toEqual(['1']);
    await act('hangUp');
    expect(caller.state).toBe('Terminated');
  });

  test('[NET-05] place calls from any tab, and tell why an act failed', async () => {
    const bob = await box.phone('bob');
    const [first, second] = [open(), open()] as const;
    await box.until(() => [first, second].every(registered), 5000);
    for (const { shared } of all) {
      await Promise.all([shared.act({ name: 'call', target: 'bob' }), box.run(500)]);
    }
    expect(bob.incoming).toHaveLength(2);
    const follower = all.find(({ shared }) => shared.getSnapshot().role === 'follower');
    const failed = follower?.shared.act({ name: 'hold', session: 'nobody' });
    await box.run(100);
    await expect(failed).rejects.toMatchObject({ code: 'TAB_ACT', reason: { code: 'INVALID_STATE' } });
    for (const call of bob.incoming) void call.reject();
    await box.run(100);
  });

  test('[NET-05] have a survivor that takes the phone over within 2 s', async () => {
    const [first, second, third] = [open(), open(), open()] as const;
    await box.until(() => [first, second, third].every(registered), 5000);
    for (let left = 2; left > 0; left -= 1) {
      const leader = all.find(({ shared }) => shared.getSnapshot().role === 'leader');
      if (leader === undefined) throw new Error('no leader');
      leader.kill();
      all = all.filter((tab) => tab !== leader);
      const before = box.clock.now();
      await box.until(() => all.some(({ phone }) => phone.ua.isRegistered()), 5000);
      expect(box.clock.now() - before).toBeLessThanOrEqual(2000);
      await box.until(() => all.every(registered), 5000);
      await box.run(3000);
      expect(roles().filter((role) => role === 'leader')).toHaveLength(1);
    }
  });

  test('[NET-05] hand the phone on when the leader is asked to leave', async () => {
    const [first, second] = [open(), open()] as const;
    await box.until(() => [first, second].every(registered), 5000);
    const leader = all.find(({ shared }) => shared.getSnapshot().role === 'leader');
    await Promise.all([leader?.shared.stop(), box.run(3000)]);
    expect(roles().sort()).toEqual(['leader', 'waiting']);
    expect(box.network.registrar.contacts('alice')).toHaveLength(1);
  });

  test('[NET-04] go on with the call of a leader that was loaded again, where the phone is then', async () => {
    const bob = await box.phone('bob');
    const [first, second] = [open(), open()] as const;
    await box.until(() => [first, second].every(registered), 5000);
    const leader = all.find(({ shared }) => shared.getSnapshot().role === 'leader');
    if (leader === undefined) throw new Error('no leader');
    const { callee } = await box.call(leader.phone, bob);
    await box.run(3000);
    leader.kill();
    all = all.filter((tab) => tab !== leader);
    await box.run(500);
    const again = open(leader.page);
    await box.until(() => again.shared.getSnapshot().phone.sessions[0]?.phase === 'established', 10_000);
    expect(again.shared.getSnapshot().role).toBe('follower');
    await box.run(15_000);
    expect([callee.phase, leader.page.carriedOut]).toEqual(['established', []]);
  });
});

describe('a tab without others', () => {
  test('[NET-05] is a phone like any other', async () => {
    const box = new PhoneBox();
    const { ua } = box.make('alice');
    const shared = new SharedUA(ua);
    shared.start();
    await box.until(() => shared.getSnapshot().phone.registration.status === 'registered');
    expect(shared.getSnapshot().role).toBe('leader');
    await Promise.all([shared.stop(), box.run(5000)]);
    await box.close();
  });

  test.each([null, 7, 'x', {}, { from: 1 }, { from: 'a', kind: 'act', id: 'b', act: { name: 'eval' } }, { from: 'a' }])(
    '[NET-05] makes nothing of %j on the channel',
    (message) => expect(readTabMessage(message)).toBeUndefined(),
  );
});
