import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogLevel } from '../platform.ts';
import { PhoneBox } from '../testing/phones.ts';
import type { TracedSipMessage } from './message-trace.ts';

let box: PhoneBox;

beforeEach(() => {
  box = new PhoneBox();
});

afterEach(async () => {
  await box.close();
  expect(box.errors).toEqual([]);
});

const lines = (messages: readonly TracedSipMessage[]): readonly string[] =>
  messages.map(({ direction, text }) => `${direction} ${text.slice(0, text.indexOf(' '))}`);

test('[KIT-07] tells each message once, as it is sent and received, until nobody listens', async () => {
  const alice = box.make('alice');
  const told: TracedSipMessage[] = [];
  const stop = alice.ua.userAgent.core.trace.on((message) => told.push(message));
  void alice.ua.start();
  await box.until(() => alice.ua.isRegistered());
  expect(lines(told)).toEqual(['sent REGISTER', 'received SIP/2.0', 'sent REGISTER', 'received SIP/2.0']);
  expect(told.every(({ server }) => server === box.network.server)).toBe(true);
  expect(Object.isFrozen(told[0])).toBe(true);
  stop();
  void alice.ua.unregister();
  await box.until(() => !alice.ua.isRegistered());
  expect(told).toHaveLength(4);
});

test('[KIT-07] masks what a password could be guessed from', async () => {
  const alice = box.make('alice');
  const told: string[] = [];
  alice.ua.userAgent.core.trace.on(({ text }) => told.push(text));
  void alice.ua.start();
  await box.until(() => alice.ua.isRegistered());
  expect(told[2]).toMatch(/response="\*\*\*"/);
  expect(told.join('\n')).not.toMatch(/response="[0-9a-f]/);
});

test('[CFG-03] logs every message when traceSip says so', async () => {
  const log: string[] = [];
  const logger = {
    log: (level: LogLevel, category: string, message: string) => {
      if (category === 'trace') log.push(`${level} ${message.split('\n')[0] ?? ''}`);
    },
  };
  const alice = box.make('alice', { configuration: { traceSip: true, platform: { logger } } });
  const bob = box.make('bob', { configuration: { platform: { logger } } });
  void alice.ua.start();
  void bob.ua.start();
  await box.until(() => alice.ua.isRegistered() && bob.ua.isRegistered());
  expect(log).toEqual(['info sent', 'info received', 'info sent', 'info received']);
});
