import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Phone } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING, Stage } from '../testing/subscription-stage.ts';

let stage: Stage;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  stage = await Stage.open();
  ({ alice, dave } = stage);
});

afterEach(async () => {
  await stage.box.close();
  expect(stage.leaks()).toEqual(NOTHING);
  expect(stage.box.errors).toEqual([]);
});

describe('unsolicited NOTIFY', () => {
  const headers = ['Event: message-summary', 'Subscription-State: active'];

  test('[UA-12] gets 481 (RFC 6665 section 4.1.3)', async () => {
    await dave.expectResponse(481, dave.request('NOTIFY', 'sip:alice@example.com', { headers }));
  });

  test('[UA-12] gets 481 although somebody listens, unless they accept it', async () => {
    const seen: string[] = [];
    alice.ua.on('notify', (notify) => seen.push(notify.request.event?.value ?? ''));
    await dave.expectResponse(481, dave.request('NOTIFY', 'sip:alice@example.com', { headers }));
    expect(seen).toEqual(['message-summary']);
  });

  test('[UA-09] is taken by a listener that accepts it', async () => {
    alice.ua.on('notify', (notify) => {
      if (notify.request.event?.value === 'message-summary') notify.accept();
    });
    await dave.expectResponse(200, dave.request('NOTIFY', 'sip:alice@example.com', { headers }));
  });

  test('[MOD-01] is taken by a delegate that accepts it', async () => {
    alice.ua.userAgent.delegate = { onNotify: (notify) => void notify.accept() };
    await dave.expectResponse(200, dave.request('NOTIFY', 'sip:alice@example.com', { headers }));
  });

  test('[UA-12] with the tag of no subscription gets 481, whoever listens', async () => {
    alice.ua.on('notify', (notify) => notify.accept());
    const text = dave.build('NOTIFY', 'sip:alice@example.com', { headers });
    text.set('To', '<sip:alice@example.com>;tag=unknown');
    await dave.expectResponse(481, dave.send(text));
  });

  test('[UA-12] with the tag of a subscription but another Call-ID gets 481', async () => {
    const subscription = alice.ua.subscribe('dave', 'presence');
    const request = await dave.expect('SUBSCRIBE');
    stage.accept(request);
    const dialog = dave.dialog(request);
    dialog.callId = 'forged';
    expect(await stage.notify(dialog, 'active')).toBe(481);
    expect(subscription.state).toBe('NotifyWait');
    subscription.dispose();
  });
});
