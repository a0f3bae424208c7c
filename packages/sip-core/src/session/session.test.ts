import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeOffer } from '../testing/fake-sdp.ts';
import { reach, type Scene, setScene } from '../testing/call-situations.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(async () => {
  await scene.box.close();
  expect(scene.box.leaks()).toEqual(nothing);
  expect(scene.box.errors).toEqual([]);
});

describe('mute and unmute', () => {
  test('[SES-11] silence audio and video each for itself, and tell of every change once', async () => {
    const { session } = await reach('outgoing, established', scene);
    const handler = scene.phone.media.of(session.id);
    const told: unknown[] = [];
    session.on('muted', (muted) => told.push(['muted', muted]));
    session.on('unmuted', (muted) => told.push(['unmuted', muted]));
    session.mute({ video: false });
    session.mute({ video: false });
    session.mute();
    session.unmute({ audio: false });
    session.unmute({ video: false });
    session.unmute();
    expect(told).toEqual([
      ['muted', { audio: true, video: false }],
      ['muted', { audio: true, video: true }],
      ['unmuted', { audio: true, video: false }],
      ['unmuted', { audio: false, video: false }],
    ]);
    expect(handler?.muted).toEqual({ audio: false, video: false });
    expect(session.getSnapshot().muted).toEqual({ audio: false, video: false });
  });

  test('[SES-11] work before there are media: the microphone opens silent', async () => {
    const { session } = await reach('incoming, ringing', scene);
    session.mute({ video: false });
    void scene.phone.incoming[0]?.accept();
    const ok = await scene.peer.expectResponse(200, 'INVITE');
    scene.peer.dialog(ok).ack(ok);
    expect(scene.phone.media.of(session.id)?.muted).toEqual({ audio: true, video: false });
  });
});

describe('what a BYE of ours says', () => {
  test('[SES-03] is what it was asked to: reason, header fields, a body of any type', async () => {
    const { session } = await reach('outgoing, established', scene);
    void session.bye({
      statusCode: 503,
      extraHeaders: ['X-Queue: 7', 'Content-Type: application/json'],
      body: '{"done":true}',
    });
    const bye = await scene.peer.expect('BYE');
    expect(bye.header('Reason')).toBe('SIP;cause=503;text=""');
    expect([bye.header('X-Queue'), bye.contentType?.type, bye.body]).toEqual([
      '7',
      'application/json',
      '{"done":true}',
    ]);
    expect(bye.headers('Content-Type')).toHaveLength(1);
    scene.peer.respond(bye, 200);
    await scene.box.until(() => session.state === 'Terminated');
  });

  test('[SES-03] is text where no type is given', async () => {
    const { session } = await reach('outgoing, established', scene);
    void session.terminate({ status_code: 480, reason_phrase: 'Gone "home"', body: 'bye' });
    const bye = await scene.peer.expect('BYE');
    expect(bye.header('Reason')).toBe('SIP;cause=480;text="Gone \\"home\\""');
    expect([bye.contentType?.type, bye.body]).toEqual(['text/plain', 'bye']);
    scene.peer.respond(bye, 200);
    await scene.box.until(() => session.state === 'Terminated');
  });
});

describe('what comes at the wrong time throws at once', () => {
  test.each(['outgoing, ringing', 'incoming, ringing', 'outgoing, hung up', 'outgoing, over'])(
    '[SES-03] bye(), when the call is %s',
    async (name) => {
      const { session } = await reach(name, scene);
      expect(() => session.bye()).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
      expect(() => session.refer('sip:carol@example.com')).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
    },
  );

  test.each(['outgoing, hung up', 'outgoing, over', 'incoming, over'])(
    '[SES-04] hold(), update() and terminate(), when the call is %s',
    async (name) => {
      const { session } = await reach(name, scene);
      const refused = Promise.all(
        [session.hold(), session.reinvite(), session.update()].map((each) =>
          expect(each).rejects.toMatchObject({
            code: expect.stringMatching(/^(INVALID_STATE|SESSION_ENDED)$/) as string,
          }),
        ),
      );
      await Promise.all([refused, scene.box.run(10)]);
      expect(() => session.terminate()).toThrow(expect.objectContaining({ code: 'INVALID_STATE' }));
    },
  );
});

describe('reply(), which sends whatever response is asked for', () => {
  test('[SES-06] a provisional one, then the answer', async () => {
    const { session } = await reach('incoming, ringing', scene);
    const [call] = scene.phone.incoming;
    void call?.reply({ status_code: 183, reason_phrase: 'Soon' });
    expect((await scene.peer.expectResponse(183, 'INVITE')).reasonPhrase).toBe('Soon');
    void call?.reply({ extraHeaders: ['X-Here: 1'] });
    const ok = await scene.peer.expectResponse(200, 'INVITE');
    expect(ok.header('X-Here')).toBe('1');
    scene.peer.dialog(ok).ack(ok);
    await scene.box.until(() => session.context.negotiation.floor === 'idle');
    expect(session.state).toBe('Established');
  });

  test.each([
    [486, 'BUSY'],
    [487, 'CANCELED'],
    [480, 'REJECTED'],
  ])('[SES-06] a refusal with %i, told as %s', async (statusCode, code) => {
    const { session } = await reach('incoming, ringing', scene);
    void scene.phone.incoming[0]?.reply({ statusCode });
    scene.peer.ack(await scene.peer.expectResponse(statusCode, 'INVITE'));
    expect(session.cause).toMatchObject({ code, by: 'local', statusCode });
  });

  test('[SES-06] nothing that is no refusal can be refused with, and nothing can be refused twice', async () => {
    const { session } = await reach('incoming, ringing', scene);
    const [call] = scene.phone.incoming;
    await expect(call?.reject({ statusCode: 200 })).rejects.toMatchObject({ code: 'INVALID_VALUE' });
    await expect(call?.reject({ statusCode: 700 })).rejects.toMatchObject({ code: 'INVALID_VALUE' });
    expect(session.state).toBe('Initial');
    await call?.reject();
    await expect(call?.reject()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(call?.progress()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    scene.peer.ack(await scene.peer.expectResponse(480, 'INVITE'));
  });
});

test('[PRO-08] a re-INVITE whose session interval is too short is refused with 422 (RFC 4028 section 9)', async () => {
  const { session, dialog } = await reach('outgoing, established', scene);
  dialog?.send('INVITE', {
    headers: ['Supported: timer', 'Session-Expires: 30'],
    body: fakeOffer({ version: 2 }),
  });
  const refusal = await scene.peer.expectResponse(422, 'INVITE');
  scene.peer.ack(refusal);
  expect(refusal.header('Min-SE')).toBe('90');
  expect(session.state).toBe('Established');
});

test('[PRO-12] a NOTIFY within a call that nobody asked for: 481, unless the application listens (RFC 6665)', async () => {
  const { session, dialog } = await reach('outgoing, established', scene);
  const headers = ['Event: x-test', 'Subscription-State: active'];
  await scene.peer.expectResponse(481, dialog?.send('NOTIFY', { headers }));
  const heard: string[] = [];
  session.on('notify', ({ message }) => heard.push(message.header('Event') ?? ''));
  await scene.peer.expectResponse(200, dialog?.send('NOTIFY', { headers }));
  expect(heard).toEqual(['x-test']);
});
