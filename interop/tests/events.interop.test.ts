import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { missing, Stage } from '../support/stage.ts';

const AWAY = `<?xml version="1.0" encoding="UTF-8"?>
<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:bob@hookswitch.test">
  <tuple id="phone"><status><basic>open</basic></status><note>At lunch</note></tuple>
</presence>
`;

describe.skipIf(missing('kamailio').length > 0)('texts and states, through Kamailio', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ rtpengine: false, presence: true });
  });
  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });
  afterAll(() => stage.close());

  it('[UA-05] sends a text, and says when nobody is there', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    expect(await alice.message('bob', 'Grüße, 你好 😀')).toBe(200);
    expect((await bob.event('message')).detail).toBe('Grüße, 你好 😀');
    await expect(alice.message('carol', 'Hello?')).rejects.toThrow('480');
  });

  it('[PRO-09] follows the presence that somebody publishes', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.follow('bob', 'presence');
    await alice.event('notify presence');
    await bob.publish('bob', 'presence', AWAY, 'application/pidf+xml');
    await alice.notified('presence', 'At lunch');
  });

  it('[PRO-09] sees a line ring, talk and fall free: dialog-info', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    const carol = await stage.signedIn('carol', 880);
    await carol.follow('bob', 'dialog');
    await carol.event('notify dialog');
    await alice.dial('bob');
    await carol.notified('dialog', /<state>early<\/state>/);
    await bob.answer();
    await carol.notified('dialog', /<state>confirmed<\/state>/);
    await alice.hangUp();
    await carol.notified('dialog', /<state>terminated<\/state>/);
  });

  it('[PRO-09] hears of waiting messages', async () => {
    const alice = await stage.signedIn('alice', 440);
    const bob = await stage.signedIn('bob', 660);
    await alice.follow('alice', 'message-summary');
    await alice.event('notify message-summary');
    // As a voicemail server does; here anybody may.
    const summary = 'Messages-Waiting: yes\r\nVoice-Message: 2/8 (0/2)\r\n';
    await bob.publish('alice', 'message-summary', summary, 'application/simple-message-summary');
    await alice.notified('message-summary', /Voice-Message: 2\/8/);
  });
});
