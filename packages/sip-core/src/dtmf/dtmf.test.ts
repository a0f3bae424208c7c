import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DtmfTone } from '../session/session-parts.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let bob: Phone;
let caller: Session;
let callee: Session;
let heard: DtmfTone[];

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  bob = await box.phone('bob');
  ({ caller, callee } = await box.call(alice, bob));
  heard = [];
  callee.on('dtmf', (_, tone) => heard.push(tone));
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

describe('tones', () => {
  test('[SES-02] go as RTP events where the media can, one after the other with their pauses', async () => {
    const sent: number[] = [];
    caller.on('dtmf', () => sent.push(box.clock.now()));
    const start = box.clock.now();
    await Promise.all([caller.dtmf('12#', { duration: 160, interToneGap: 1200 }), box.run(10_000)]);
    const handler = alice.media.of(caller.id);
    expect(handler?.tones.map((each) => each.tones)).toEqual(['1', '2', '#']);
    expect(handler?.tones[0]?.timing).toEqual({ duration: 160, interToneGap: 1200 });
    expect(sent.map((time) => time - start)).toEqual([0, 1360, 2720]);
    expect(heard).toEqual([]);
  });

  test('[SES-02] go as INFO when asked to, and arrive as events', async () => {
    await Promise.all([caller.dtmf('5a', { via: 'info', extraHeaders: ['X-Foo: foo'] }), box.run(5000)]);
    expect(heard).toEqual([
      { tone: '5', duration: 100, via: 'info', direction: 'incoming' },
      { tone: 'A', duration: 100, via: 'info', direction: 'incoming' },
    ]);
    expect(box.network.trace.find('INFO')[0]?.text).toContain('X-Foo: foo');
  });

  test('[SES-02] go as INFO by themselves when the media cannot', async () => {
    const handler = alice.media.of(caller.id);
    if (handler !== undefined) handler.canSendDtmf = false;
    await Promise.all([caller.dtmf(7), box.run(2000)]);
    expect(heard.map((tone) => tone.tone)).toEqual(['7']);
  });

  test('[SES-02] by RTP alone reject when the media cannot', async () => {
    const handler = alice.media.of(caller.id);
    if (handler !== undefined) handler.canSendDtmf = false;
    await expect(caller.dtmf('7', { via: 'rtp' })).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  test('[SES-02] a comma pauses for two seconds', async () => {
    const sent: number[] = [];
    caller.on('dtmf', () => sent.push(box.clock.now()));
    await Promise.all([caller.dtmf('1,2'), box.run(10_000)]);
    expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBe(2600);
  });

  test('[SES-02] asked for in two calls do not mix', async () => {
    await Promise.all([caller.dtmf('12'), caller.dtmf('34'), box.run(10_000)]);
    expect(alice.media.of(caller.id)?.tones.map((each) => each.tones)).toEqual(['1', '2', '3', '4']);
  });

  test.each(['', 'x', '1 2', 'Ä'])('[SES-02] %j is no tone and throws at once', (tones) => {
    expect(() => caller.dtmf(tones)).toThrow(/is not one of/);
  });

  test.each([{ duration: 0 }, { duration: Number.NaN }, { interToneGap: -1 }])(
    '[SES-02] timing %j throws at once',
    (options) => {
      expect(() => caller.dtmf('1', options)).toThrow(/no positive number/);
    },
  );

  test('[SES-02] timing beyond what receivers keep is bounded', async () => {
    await Promise.all([caller.dtmf('1', { duration: 1, interToneGap: 1 }), box.run(1000)]);
    expect(alice.media.of(caller.id)?.tones[0]?.timing).toEqual({ duration: 70, interToneGap: 50 });
  });

  test.each(['rtp', 'info'] as const)(
    '[SES-02] go by %s in the early dialog, to a machine that has not answered',
    async (via) => {
      const dave = box.network.scriptedPeer('dave');
      const call = alice.ua.invite('dave');
      const invite = await dave.expect('INVITE');
      dave.respond(invite, 183, { body: fakeAnswer(invite.body) });
      await box.until(() => call.phase === 'early');
      let sent = false;
      void call.dtmf('4', { via }).then(() => (sent = true));
      if (via === 'info') {
        const info = await dave.expect('INFO');
        expect(info.body).toContain('Signal=4');
        dave.respond(info, 200);
      }
      await box.until(() => sent);
      expect(alice.media.of(call.id)?.tones.map((each) => each.tones)).toEqual(via === 'rtp' ? ['4'] : []);
      dave.respond(invite, 486);
      await box.until(() => call.state === 'Terminated');
    },
  );

  test('[SES-02] before the first response throw InvalidStateError', async () => {
    box.network.faults.drop('1xx');
    const call = alice.ua.invite('603');
    expect(() => call.dtmf('1')).toThrow(/Cannot send tones/);
    await box.run(500);
    void call.terminate();
  });

  test('[SES-02] reject when the call ends between two of them', async () => {
    const sending = caller.dtmf('123');
    await box.run(100);
    void callee.terminate();
    await expect(Promise.all([sending, box.run(1000)])).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  });
});

describe('INFO bodies of other phones', () => {
  test.each([
    ['application/dtmf-relay', 'Signal=5\r\nDuration=160\r\n', '5', 160],
    ['application/dtmf-relay', 'Signal= *\nDuration= 250', '*', 250],
    ['application/dtmf-relay', 'Signal=11', '#', 100],
    ['application/dtmf', '9', '9', 100],
    ['application/vnd.nortelnetworks.digits', 'p=Digit-Collection\r\ny=Digits\r\nd=Digits=4\r\n', '4', 100],
  ])('[SES-02] %s %j is heard as %s', async (contentType, body, tone, duration) => {
    await Promise.all([caller.info({ contentType, body }), box.run(500)]);
    expect(heard).toEqual([{ tone, duration, via: 'info', direction: 'incoming' }]);
  });

  test.each(['Signal=', 'hello', 'Signal=hello'])('[SES-02] %j is refused with 400', async (body) => {
    const sent = caller.info({ contentType: 'application/dtmf-relay', body });
    await expect(Promise.all([sent, box.run(500)])).rejects.toMatchObject({ statusCode: 400 });
    expect(heard).toEqual([]);
  });

  test('[SES-02] arrive before the answer, too', async () => {
    const dave = box.network.scriptedPeer('dave');
    const call = alice.ua.invite('dave');
    const tones: string[] = [];
    call.on('dtmf', (_, tone) => tones.push(tone.tone));
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { body: fakeAnswer(invite.body) });
    await box.until(() => call.phase === 'early');
    dave.dialog(invite).send('INFO', { body: 'Signal=3', contentType: 'application/dtmf-relay' });
    await dave.expectResponse(200, 'INFO');
    expect(tones).toEqual(['3']);
    dave.respond(invite, 486);
  });
});
