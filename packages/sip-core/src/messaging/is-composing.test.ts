import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcomeIn } from '../testing/outcome.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { ComposingReceiver } from './composing-receiver.ts';
import { ComposingSender, type ComposingSenderOptions } from './composing-sender.ts';
import { IS_COMPOSING, readIsComposing, writeIsComposing } from './is-composing.ts';

const ACTIVE = `<?xml version="1.0" encoding="UTF-8"?>
   <isComposing xmlns="urn:ietf:params:xml:ns:im-iscomposing"
   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
   xsi:schemaLocation="urn:ietf:params:xml:ns:im-composing
   iscomposing.xsd">
     <state>active</state>
     <contenttype>text/plain</contenttype>
     <refresh>90</refresh>
   </isComposing>`;

describe('the document', () => {
  test('[UA-05] the examples of RFC 3994 section 5 are read', () => {
    expect(readIsComposing(ACTIVE)).toEqual({ state: 'active', contentType: 'text/plain', refresh: 90 });
    const idle = ACTIVE.replace('active', 'idle').replace(
      /<contenttype>.*<\/refresh>/s,
      '<lastactive>2003-01-27T10:43:00Z</lastactive><contenttype>audio</contenttype>',
    );
    expect(readIsComposing(idle)).toEqual({
      state: 'idle',
      contentType: 'audio',
      lastActive: new Date('2003-01-27T10:43:00Z'),
    });
  });

  test('[UA-05] what we write is read back', () => {
    const composing = { state: 'active', contentType: 'text/<&>', refresh: 60, lastActive: new Date(0) } as const;
    expect(readIsComposing(writeIsComposing(composing))).toEqual(composing);
  });

  test('[UA-05] a state that is not known counts as idle (RFC 3994 section 3.5)', () => {
    expect(readIsComposing(ACTIVE.replace('active', 'dancing'))?.state).toBe('idle');
  });

  test.each([
    ['no XML', 'typing'],
    ['another namespace', ACTIVE.replaceAll('im-iscomposing', 'other')],
    ['no state', ACTIVE.replace('<state>active</state>', '')],
    ['a document type', `<!DOCTYPE isComposing>${ACTIVE}`],
    ['a megabyte', ACTIVE.replace('text/plain', 'x'.repeat(1_000_000))],
  ])('[UA-05] %s is none', (_, body) => {
    expect(readIsComposing(body)).toBeUndefined();
  });

  test.each(['0', '-1', 'x', '99999999999'])('[UA-05] a refresh of %s counts as none', (refresh) => {
    expect(readIsComposing(ACTIVE.replace('90', refresh))?.refresh).toBeUndefined();
  });
});

describe('who writes', () => {
  let clock: VirtualClock;
  let sent: string[];
  const sender = (options: Partial<ComposingSenderOptions> = {}): ComposingSender =>
    new ComposingSender({
      clock,
      send: async (body) => void sent.push(readIsComposing(body)?.state ?? 'unreadable'),
      ...options,
    });

  beforeEach(() => {
    clock = new VirtualClock();
    sent = [];
  });

  test('[UA-05] says so once, and says idle after 15 s without a key (RFC 3994 section 3.2)', async () => {
    const composing = sender();
    composing.typed();
    await clock.run(10_000);
    composing.typed();
    await clock.run(14_000);
    expect([composing.state, sent]).toEqual(['active', ['active']]);
    await clock.run(2000);
    expect([composing.state, sent]).toEqual(['idle', ['active', 'idle']]);
    expect(clock.pending).toBe(0);
  });

  test('[UA-05] says nothing more when the message is sent', async () => {
    const composing = sender();
    composing.typed();
    composing.sent();
    await clock.run(60_000);
    expect([sent, clock.pending]).toEqual([['active'], 0]);
    composing.typed();
    expect(sent).toEqual(['active', 'active']);
    composing.dispose();
  });

  test('[UA-05] says active again while the writing goes on, no sooner than a minute', async () => {
    const composing = sender({ refresh: 5 });
    for (let second = 0; second < 130; second += 10) {
      composing.typed();
      await clock.run(10_000);
    }
    expect(sent).toEqual(['active', 'active', 'active']);
    composing.dispose();
    expect(clock.pending).toBe(0);
  });
});

describe('who reads', () => {
  test('[UA-05] an active state ends by idle, by a message, or by time (RFC 3994 section 3.3)', async () => {
    const clock = new VirtualClock();
    const states: string[] = [];
    const composing = new ComposingReceiver(clock, (state) => states.push(state));
    const active = (refresh?: number): boolean =>
      composing.receive(IS_COMPOSING, writeIsComposing({ state: 'active', refresh }));
    expect(active()).toBe(true);
    expect(composing.receive(IS_COMPOSING, writeIsComposing({ state: 'idle' }))).toBe(true);
    active();
    expect(composing.receive('text/plain', 'the message')).toBe(false);
    active(90);
    await clock.run(80_000);
    active(90);
    await clock.run(80_000);
    expect(composing.state).toBe('active');
    await clock.run(11_000);
    expect(composing.state).toBe('idle');
    active();
    await clock.run(119_000);
    expect(composing.state).toBe('active');
    await clock.run(2000);
    expect(states).toEqual(['active', 'idle', 'active', 'idle', 'active', 'idle', 'active', 'idle']);
    active();
    composing.dispose();
    expect(clock.pending).toBe(0);
  });
});

describe('over the network', () => {
  let box: PhoneBox;
  let alice: Phone;
  let dave: ScriptedPeer;

  beforeEach(async () => {
    box = new PhoneBox();
    alice = await box.phone('alice');
    dave = box.network.scriptedPeer('dave');
  });

  afterEach(async () => {
    await box.close();
    expect(box.leaks()['timers']).toBe(0);
  });

  test('[UA-05] a 415 ends it (RFC 3994 section 4)', async () => {
    const composing = new ComposingSender({
      clock: box.clock,
      send: (body) => alice.ua.message('dave', body, { contentType: IS_COMPOSING }),
    });
    composing.typed();
    const request = await dave.expect('MESSAGE');
    expect(request.contentType?.type).toBe(IS_COMPOSING);
    dave.respond(request, 415);
    await box.run(100);
    composing.typed();
    await dave.expectNothing(60_000, 'MESSAGE');
    expect(composing.state).toBe('idle');
  });

  test('[UA-05] the other phone sees it', async () => {
    const bob = await box.phone('bob');
    const states: string[] = [];
    const reader = new ComposingReceiver(box.clock, (state) => states.push(state));
    bob.ua.on('message', (message) => reader.receive(message.contentType, message.body));
    const writer = new ComposingSender({
      clock: box.clock,
      send: (body) => alice.ua.message('bob', body, { contentType: IS_COMPOSING }),
    });
    writer.typed();
    await box.until(() => states.length === 1);
    writer.sent();
    await outcomeIn(box, alice.ua.message('bob', 'done'));
    expect(states).toEqual(['active', 'idle']);
    writer.dispose();
  });
});
