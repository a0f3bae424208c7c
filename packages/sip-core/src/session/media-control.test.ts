import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaError } from '../media/media-error.ts';
import type { MediaHost, MediaState } from '../media/session-description-handler.ts';
import { createFakeMedia } from '../testing/fake-media.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { FakeSessionDescriptionHandler } from '../testing/fake-session-description-handler.ts';
import { settledIn } from '../testing/outcome.ts';
import { PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Session } from './session.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

/** Fake media with devices and screens, which note what is asked of them. */
class ScreenHandler extends FakeSessionDescriptionHandler {
  readonly asked: unknown[] = [];
  readonly constraints: MediaStreamConstraints = { audio: { channelCount: 1 }, video: false };
  /** Whether a camera is on, in whose place a screen comes. */
  camera = false;
  /** What the browser calls when the person ends the sharing in its own bar. */
  ended: (() => void) | undefined;
  #sharing = false;

  override get media(): MediaState {
    return { ...super.media, ...(this.#sharing ? { sharing: true } : {}) };
  }

  useDevice(kind: 'audio' | 'video', deviceId: string | null): Promise<void> {
    this.asked.push([kind, deviceId]);
    return deviceId === 'gone' ? Promise.reject(new MediaError('MEDIA_NOT_FOUND', 'No.')) : Promise.resolve();
  }

  startSharing(options: DisplayMediaStreamOptions, ended: () => void): Promise<boolean> {
    this.asked.push(['start', options]);
    this.ended = ended;
    this.#sharing = true;
    return Promise.resolve(!this.camera);
  }

  stopSharing(): Promise<boolean> {
    const needed = this.#sharing && !this.camera;
    if (this.#sharing) this.asked.push(['stop']);
    this.#sharing = false;
    return Promise.resolve(needed);
  }
}

let box: PhoneBox;
let dave: ScriptedPeer;
let call: Session;
let handlers: ScreenHandler[];

beforeEach(async () => {
  box = new PhoneBox();
  dave = box.network.scriptedPeer('dave');
  handlers = [];
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(handlers.every((handler) => handler.closed && handler.tracks === 0)).toBe(true);
  expect(box.errors).toEqual([]);
});

/** Places a call that Dave answers, with media that have devices and screens, or with the least there can be. */
async function establish(plain = false): Promise<ScreenHandler> {
  const sessionDescriptionHandlerFactory = (host: MediaHost): ScreenHandler => {
    const made = new ScreenHandler(host, { sessionId: 1, options: {}, failure: () => undefined });
    handlers.push(made);
    return made;
  };
  const media = plain ? createFakeMedia() : sessionDescriptionHandlerFactory;
  const alice = await box.phone('alice', { configuration: { sessionDescriptionHandlerFactory: media } });
  call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return handlers[0]!;
}

/** Takes a re-INVITE of ours, and answers it; tells what it says of video. */
async function answer(video: boolean): Promise<'offered' | 'removed' | 'none'> {
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body, { video }) });
  await dave.expect('ACK');
  const port = /^m=video (\d+)/m.exec(invite.body)?.[1];
  if (port === undefined) return 'none';
  return port === '0' ? 'removed' : 'offered';
}

describe('another device', () => {
  test('[MED-03] microphone and camera change without a message', async () => {
    const handler = await establish();
    dave.flush();
    expect(await settledIn(box, call.setInput('usb'))).toBe('done');
    expect(await settledIn(box, call.setCamera(null))).toBe('done');
    expect(handler.asked).toEqual([
      ['audio', 'usb'],
      ['video', null],
    ]);
    await dave.expectNothing(1000);
  });

  test('[MED-03] that cannot be opened rejects, and the call goes on', async () => {
    await establish();
    expect(await settledIn(box, call.setInput('gone'))).toMatchObject({ code: 'MEDIA_NOT_FOUND' });
    expect(call.state).toBe('Established');
  });

  test('[MED-03] of media that have no devices to choose from rejects', async () => {
    await establish(true);
    expect(await settledIn(box, call.setInput('usb'))).toMatchObject({ code: 'MEDIA_UNSUPPORTED' });
  });
});

describe('the camera', () => {
  test('[MED-02] of a call placed with one is told before the answer', async () => {
    const alice = await box.phone('alice', { configuration: { sessionDescriptionHandlerFactory: createFakeMedia() } });
    call = alice.ua.invite('dave', { sessionDescriptionHandlerOptions: { constraints: { audio: true, video: true } } });
    const invite = await dave.expect('INVITE');
    expect(invite.body).toMatch(/^m=video [1-9]/m);
    expect(call.getSnapshot()).toMatchObject({ offersVideo: true, media: { video: null } });
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    expect(call.getSnapshot().media.video).toBeNull();
  });

  test('[SES-11] is added and dropped with a re-INVITE each; the audio stays as it was asked for', async () => {
    const handler = await establish();
    const added = call.setVideo({ width: 640 });
    expect(await answer(true)).toBe('offered');
    expect(await settledIn(box, added)).toBe('done');
    expect(handler.lastOptions.constraints).toEqual({ audio: { channelCount: 1 }, video: { width: 640 } });
    expect(call.getSnapshot().media.video).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
    const dropped = call.setVideo(false);
    // RFC 3264 section 8.2: a stream is removed with port 0, its line stays.
    expect(await answer(false)).toBe('removed');
    expect(await settledIn(box, dropped)).toBe('done');
    expect(call.getSnapshot().media.video).toBeNull();
  });

  test('[SES-11] that the far end takes no picture from is turned off again, and setVideo() rejects', async () => {
    const handler = await establish();
    const added = call.setVideo(true);
    expect(await answer(false)).toBe('offered');
    expect(await answer(false)).toBe('removed');
    expect(await settledIn(box, added)).toMatchObject({ code: 'MEDIA_REFUSED' });
    expect(handler.tracks).toBe(1);
    expect(call.getSnapshot()).toMatchObject({ state: 'Established', lastError: { code: 'MEDIA_REFUSED' } });
  });

  test('[SES-11] before the answer and after the end is refused with the state', async () => {
    await establish();
    const hungUp = call.terminate();
    dave.respond(await dave.expect('BYE'), 200);
    expect(await settledIn(box, hungUp)).toBe('done');
    expect(await settledIn(box, call.setVideo(true))).toMatchObject({ code: 'INVALID_STATE' });
  });

  test('[SES-11] dropped while a screen is shared ends the sharing, too', async () => {
    const handler = await establish();
    const shared = call.shareScreen();
    await answer(true);
    expect(await settledIn(box, shared)).toBe('done');
    const dropped = call.setVideo(false);
    expect(await answer(false)).toBe('removed');
    expect(await settledIn(box, dropped)).toBe('done');
    expect(handler.asked.at(-1)).toEqual(['stop']);
  });
});

describe('a screen', () => {
  test('[SES-11] is shared with a re-INVITE where no camera is on, and ended with another', async () => {
    const handler = await establish();
    const shared = call.shareScreen({ audio: false });
    expect(await answer(true)).toBe('offered');
    expect(await settledIn(box, shared)).toBe('done');
    expect(handler.asked).toEqual([['start', { audio: false }]]);
    expect(call.getSnapshot().media.sharing).toBe(true);
    const stopped = call.stopSharing();
    expect(await answer(false)).toBe('removed');
    expect(await settledIn(box, stopped)).toBe('done');
    expect(call.getSnapshot().media.sharing).toBeUndefined();
  });

  test('[SES-11] takes the place of a camera without a message, and gives it back without one', async () => {
    const handler = await establish();
    handler.camera = true;
    dave.flush();
    expect(await settledIn(box, call.shareScreen())).toBe('done');
    expect(await settledIn(box, call.stopSharing())).toBe('done');
    expect(handler.asked).toEqual([['start', {}], ['stop']]);
    await dave.expectNothing(1000);
  });

  test('[SES-11] ended in the bar of the browser is told to the far end as well', async () => {
    const handler = await establish();
    const shared = call.shareScreen();
    await answer(true);
    await settledIn(box, shared);
    handler.ended?.();
    expect(await answer(false)).toBe('removed');
    await box.until(() => call.getSnapshot().media.video === null);
  });

  test('[SES-11] that the far end refuses is not shared any longer, and the call goes on', async () => {
    const handler = await establish();
    const shared = call.shareScreen();
    dave.respond(await dave.expect('INVITE'), 488);
    expect(await settledIn(box, shared)).toMatchObject({ code: 'RESPONSE', statusCode: 488 });
    expect(handler.asked.at(-1)).toEqual(['stop']);
    expect(call.state).toBe('Established');
  });

  test('[SES-11] of media that cannot share one rejects; nothing shared, nothing to end', async () => {
    await establish(true);
    dave.flush();
    expect(await settledIn(box, call.shareScreen())).toMatchObject({ code: 'MEDIA_UNSUPPORTED' });
    expect(await settledIn(box, call.stopSharing())).toBe('done');
    await dave.expectNothing(1000);
  });
});

test('[SES-11] a hang-up while the picture is being agreed ends all of it', async () => {
  const handler = await establish();
  const added = call.setVideo(true);
  await dave.expect('INVITE');
  const hungUp = call.terminate();
  dave.respond(await dave.expect('BYE'), 200);
  expect(await settledIn(box, added)).toMatchObject({ code: 'SESSION_ENDED' });
  expect(await settledIn(box, hungUp)).toBe('done');
  expect([handler.closed, handler.tracks]).toEqual([true, 0]);
});
