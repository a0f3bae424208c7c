import { DIALOG_INFO, type Notifier, PIDF, type UA, writeMessageSummary, writePidf } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useBusyLamp } from './use-busy-lamp.ts';
import { usePresence } from './use-presence.ts';
import { useSubscription } from './use-subscription.ts';
import { useVoicemail } from './use-voicemail.ts';

let line: FakeLine;
let bob: UA;
/** Who follows Bob. */
let notifiers: Notifier[];

beforeEach(async () => {
  line = new FakeLine();
  bob = line.ua('bob');
  notifiers = [];
  bob.on('subscribe', (notifier) => {
    notifiers.push(notifier);
    notifier.accept();
  });
  void bob.start();
  await line.pass();
});

afterEach(() => {
  line.network.close();
});

/** Tells whoever follows Bob. */
async function tell(body: string, contentType: string): Promise<void> {
  await act(async () => {
    for (const notifier of notifiers) if (notifier.state !== 'Terminated') notifier.notify({ body, contentType });
  });
  await line.pass(200);
}

const subscribes = (): number =>
  line.network.trace.find('SUBSCRIBE').filter(({ direction }) => direction === 'in').length;

describe('useSubscription', () => {
  it('[RCT-03] subscribes once for all who follow the same, under StrictMode, and ends it with the last', async () => {
    const { value, unmount } = renderOnLine(line.ua('alice'), () => useSubscription('bob', 'conference'), 3);
    expect(value()).toEqual({ notified: null, subscription: expect.anything() as unknown, error: null });
    await line.pass();
    expect(notifiers).toHaveLength(1);
    expect(value().subscription).toMatchObject({ status: 'active', event: 'conference' });
    await tell('<room/>', 'application/xml');
    expect(value().notified).toEqual({ body: '<room/>', contentType: 'application/xml' });
    unmount();
    await line.pass();
    expect(notifiers[0]?.state).toBe('Terminated');
  });

  it('[RCT-03] says why it was refused, and does not ask again and again', async () => {
    const { value } = renderOnLine(line.ua('alice'), () => useSubscription('nobody', 'presence'));
    await line.pass(4000);
    expect(value().error).toMatchObject({ statusCode: 404 });
    const asked = subscribes();
    await line.pass(40_000);
    expect(subscribes()).toBe(asked);
  });

  it('[RCT-03] says what is wrong with a target, and follows nobody for null', async () => {
    const bad = renderOnLine(line.ua('alice'), () => useSubscription('sip:', 'presence'));
    expect(bad.value().error).toMatchObject({ code: 'INVALID_VALUE' });
    bad.unmount();
    const nobody = renderOnLine(line.ua('carol'), () => useSubscription(null, 'presence'));
    await line.pass();
    expect(nobody.value()).toEqual({ notified: null, subscription: null, error: null });
    expect(subscribes()).toBe(0);
  });

  it('[RCT-03] subscribes again when the phone was stopped and is started', async () => {
    const alice = line.ua('alice');
    const { value } = renderOnLine(alice, () => useSubscription('bob', 'conference'));
    await line.pass();
    await act(async () => void alice.stop());
    await line.pass(4000);
    expect(value().subscription?.status).toBe('ended');
    await act(async () => void alice.start());
    await line.pass(4000);
    expect(value().subscription?.status).toBe('active');
    expect(notifiers).toHaveLength(2);
  });

  it('[RCT-04] returns the same for the same, and renders for its own alone', async () => {
    const alice = line.ua('alice');
    const { value, renders, rerender } = renderOnLine(alice, () => useSubscription('bob', 'conference'));
    await line.pass();
    const before = value();
    rerender();
    expect(value()).toBe(before);
    renders();
    await act(async () => void alice.invite('602'));
    await line.pass();
    expect(renders()).toBe(0);
  });
});

describe('useBusyLamp', () => {
  const info = (version: number, dialogs: string, state = 'full'): string =>
    `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="${state}" entity="sip:bob@example.com">${dialogs}</dialog-info>`;
  const dialog = (id: string, state: string, direction = 'recipient'): string =>
    `<dialog id="${id}" direction="${direction}"><state>${state}</state></dialog>`;

  it('[RCT-03] is dark, blinks, burns and goes out', async () => {
    const alice = line.ua('alice');
    const { value } = renderOnLine(alice, () => useBusyLamp('bob'));
    const lamps: string[] = [];
    const show = async (...documents: readonly string[]): Promise<void> => {
      for (const document of documents) {
        await tell(document, DIALOG_INFO);
        lamps.push(value().lamp);
      }
    };
    await line.pass();
    expect(value()).toEqual({ lamp: 'unknown', dialogs: [], error: null, pickup: null });
    await show(info(0, ''), info(1, dialog('a', 'early'), 'partial'), info(2, dialog('a', 'confirmed'), 'partial'));
    await show(info(3, dialog('b', 'early'), 'partial'), info(4, dialog('a', 'terminated'), 'partial'));
    await show(info(5, dialog('b', 'terminated') + dialog('c', 'trying', 'initiator'), 'partial'), info(6, ''));
    expect(lamps).toEqual(['idle', 'ringing', 'busy', 'busy', 'ringing', 'busy', 'idle']);
    await act(async () => void alice.stop());
    await line.pass(4000);
    expect(value().lamp).toBe('unknown');
  });
});

describe('usePresence', () => {
  it('[RCT-03] tells whether somebody can be reached, and what they say', async () => {
    const { value } = renderOnLine(line.ua('alice'), () => usePresence('bob'));
    await line.pass();
    expect(value()).toMatchObject({ availability: 'unknown', note: null, activities: [], presence: null });
    await tell(
      writePidf({ entity: 'pres:bob@example.com', basic: 'open', note: 'At work', activities: ['busy'] }),
      PIDF,
    );
    expect(value()).toMatchObject({ availability: 'open', note: 'At work', activities: ['busy'] });
    await tell('no document', PIDF);
    expect(value().availability).toBe('open');
    await tell(writePidf({ entity: 'pres:bob@example.com', basic: 'closed' }), PIDF);
    expect(value()).toMatchObject({ availability: 'closed', note: null, activities: [] });
  });
});

describe('useVoicemail', () => {
  it('[RCT-03] tells what waits in a mailbox', async () => {
    const { value } = renderOnLine(line.ua('alice'), () => useVoicemail('bob'));
    await line.pass();
    expect(value()).toMatchObject({ waiting: null, fresh: 0, old: 0, account: null });
    const messages = new Map([['voice-message', { new: 2, old: 8, newUrgent: 1, oldUrgent: 0 }]]);
    await tell(
      writeMessageSummary({ waiting: true, account: 'sip:voicemail@example.com', messages }),
      'application/simple-message-summary',
    );
    expect(value()).toMatchObject({ waiting: true, fresh: 2, old: 8, urgent: 1, account: 'sip:voicemail@example.com' });
  });

  it('[RCT-03] is our own by default', async () => {
    renderOnLine(line.ua('alice'), () => useVoicemail());
    await line.pass();
    expect(line.network.trace.find('SUBSCRIBE')[0]?.text).toMatch(/^SUBSCRIBE sip:alice@/);
  });
});
