import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type {
  NotificationAccess,
  NotificationPlatform,
  NotificationRequest,
} from '../notifications/notification-platform.ts';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useCallNotifications, type UseCallNotificationsParameters } from './use-call-notifications.ts';
import { useSession } from './use-session.ts';

let line: FakeLine;

beforeEach(() => {
  line = new FakeLine();
});

afterEach(() => {
  line.network.close();
});

/** A desktop whose notifications can be looked at. */
class Desktop implements NotificationPlatform {
  readonly shown: NotificationRequest[] = [];
  readonly log: string[] = [];
  answer: NotificationAccess = 'granted';
  hidden = true;
  broken = false;
  #access: NotificationAccess;
  readonly #listeners = new Set<() => void>();

  constructor(access: NotificationAccess = 'granted') {
    this.#access = access;
  }

  readonly access = (): NotificationAccess => this.#access;
  readonly watchAccess = (): (() => void) => () => undefined;
  readonly request = async (): Promise<NotificationAccess> => (this.#access = this.answer);
  readonly show = (request: NotificationRequest): (() => void) => {
    if (this.broken) throw new TypeError('Illegal constructor');
    this.shown.push(request);
    this.log.push(`+ ${request.title}, ${request.body}`);
    return () => void this.log.push(`- ${request.title}`);
  };
  readonly isHidden = (): boolean => this.hidden;
  readonly watchHidden = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly focusPage = (): void => void this.log.push('focus');

  hide(hidden: boolean): void {
    this.hidden = hidden;
    for (const listener of this.#listeners) listener();
  }

  get watchers(): number {
    return this.#listeners.size;
  }
}

/** Alice with notifications, and Bob, who calls her. */
async function phones(platform: Desktop, parameters: UseCallNotificationsParameters = {}) {
  const alice = line.ua('alice');
  const bob = line.ua('bob');
  const hook = renderOnLine(alice, () => ({
    ...useCallNotifications({ platform, ...parameters }),
    ...useSession(),
  }));
  await line.pass();
  act(() => void bob.start());
  await line.pass();
  const ring = async () => {
    const call = bob.invite(line.network.uri('alice'));
    await line.pass();
    return call;
  };
  return { ...hook, ring };
}

it('[RCT-03] shows a call that rings in a hidden page, and takes it away when it is answered', async () => {
  const desktop = new Desktop();
  const { ring, value } = await phones(desktop);
  await ring();
  expect(desktop.log).toEqual(['+ Incoming call, bob']);
  expect(desktop.shown[0]).toMatchObject({ sticky: true, icon: undefined });
  act(() => desktop.shown[0]?.onClick());
  expect(desktop.log.at(-1)).toBe('focus');
  act(() => void value().answer());
  await line.pass();
  expect(desktop.log.slice(2)).toEqual(['- Incoming call']);
});

it('[RCT-03] tells of a call that was missed, and not of one that was turned down', async () => {
  const desktop = new Desktop();
  const { ring, value } = await phones(desktop, { icon: '/phone.png' });
  const missed = await ring();
  act(() => void missed.terminate());
  await line.pass();
  expect(desktop.log).toEqual(['+ Incoming call, bob', '- Incoming call', '+ Missed call, bob']);
  expect(desktop.shown[1]).toMatchObject({ sticky: false, icon: '/phone.png' });
  await ring();
  act(() => void value().decline());
  await line.pass();
  expect(desktop.log.slice(3)).toEqual(['+ Incoming call, bob', '- Incoming call']);
});

it('[RCT-03] is quiet in a page that is seen, until that is hidden', async () => {
  const desktop = new Desktop();
  desktop.hidden = false;
  const { ring, unmount } = await phones(desktop);
  await ring();
  expect(desktop.log).toEqual([]);
  act(() => desktop.hide(true));
  expect(desktop.log).toEqual(['+ Incoming call, bob']);
  unmount();
  expect(desktop.log).toEqual(['+ Incoming call, bob', '- Incoming call']);
  expect(desktop.watchers).toBe(0);
});

it('[RCT-03] asks nobody by itself, and notifies once it may', async () => {
  const desktop = new Desktop('default');
  const { ring, value } = await phones(desktop, { words: ({ remote }, kind) => ({ title: kind, body: remote.user }) });
  await ring();
  expect([value().access, desktop.log]).toEqual(['default', []]);
  await act(() => value().request());
  expect(value().access).toBe('granted');
  expect(desktop.log).toEqual(['+ incoming, bob']);
});

it('[RCT-03] says what it cannot do, and lives with a browser that refuses', async () => {
  const { value } = await phones(new Desktop('unsupported'));
  expect(value().access).toBe('unsupported');
  const desktop = new Desktop();
  desktop.broken = true;
  line.network.close();
  line = new FakeLine();
  const { ring, value: second } = await phones(desktop);
  await ring();
  expect(second().session?.phase).toBe('incoming');
});
