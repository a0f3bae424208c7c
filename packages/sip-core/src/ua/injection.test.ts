import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { errorOf, type Place, testHeader, tryAll, VALUES } from '../testing/injection.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { WireTap } from '../testing/wire-tap.ts';

let box: PhoneBox;
let tap: WireTap;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  box = new PhoneBox();
  tap = new WireTap();
  alice = await box.phone('alice', tap.options(box.network));
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.errors).toEqual([]);
});

describe('requests outside of a call', () => {
  const places: Readonly<Record<string, () => Place>> = {
    'the target of a call': () => ({ method: 'INVITE', act: (value) => alice.ua.invite(value || 'x') }),
    'a header of a call': () => ({
      method: 'INVITE',
      act: (value) => alice.ua.invite('dave', { extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
    'the name of whom is called': () => ({
      method: 'INVITE',
      act: (value) => alice.ua.invite('dave', { displayName: value }),
      read: (message) => message.to.displayName?.trim() ?? '',
    }),
    'the target of a text': () => ({
      method: 'MESSAGE',
      act: (value) => alice.ua.message(value || 'x', 'Hi').response,
    }),
    'a text': () => ({
      method: 'MESSAGE',
      act: (value) => alice.ua.message('dave', `${value}.`).response,
      read: (message) => message.body.slice(0, -1).replace('\ufffd', '\ud800').trim(),
    }),
    'the media type of a text': () => ({
      method: 'MESSAGE',
      act: (value) => alice.ua.message('dave', 'Hi', { contentType: `text/plain;x="${value}"` }).response,
    }),
    'a header of a text': () => ({
      method: 'MESSAGE',
      act: (value) => alice.ua.message('dave', 'Hi', { extraHeaders: [`X-Test: ${value}`] }).response,
      read: testHeader,
    }),
    'a header of a request': () => ({
      method: 'OPTIONS',
      act: (value) => alice.ua.options('dave', { extraHeaders: [`X-Test: ${value}`] }).response,
      read: testHeader,
    }),
    'the media type of a request': () => ({
      method: 'FOO',
      act: (value) => alice.ua.request('FOO', 'dave', { body: 'x', contentType: `text/${value}` }).response,
    }),
    'an event to follow': () => ({
      method: 'SUBSCRIBE',
      act: (value) => alice.ua.subscribe('dave', value, { retry: false }).response,
    }),
    'the id of a subscription': () => ({
      method: 'SUBSCRIBE',
      act: (value) => alice.ua.subscribe('dave', 'presence', { id: value, retry: false }).response,
    }),
    'a header of a subscription': () => ({
      method: 'SUBSCRIBE',
      act: (value) =>
        alice.ua.subscribe('dave', 'presence', { extraHeaders: [`X-Test: ${value}`], retry: false }).response,
      read: testHeader,
    }),
    'what a subscription accepts': () => ({
      method: 'SUBSCRIBE',
      act: (value) => alice.ua.subscribe('dave', 'presence', { accept: [`text/${value}`], retry: false }).response,
    }),
    'the media type of a filter': () => ({
      method: 'SUBSCRIBE',
      act: (value) =>
        alice.ua.subscribe('dave', 'presence', { body: 'x', contentType: `text/x;y="${value}"`, retry: false })
          .response,
    }),
    'an event to publish': () => ({
      method: 'PUBLISH',
      act: (value) => {
        const publisher = alice.ua.publish('dave', value, 'x', { retry: false });
        publisher.dispose();
      },
    }),
    'the media type of a publication': () => ({
      method: 'PUBLISH',
      act: (value) =>
        alice.ua.publish('dave', 'presence', 'x', { contentType: `text/x;y="${value}"`, retry: false }).publish('y'),
    }),
    'a header of a publication': () => ({
      method: 'PUBLISH',
      act: (value) =>
        alice.ua.publish('dave', 'presence', 'x', { extraHeaders: [`X-Test: ${value}`], retry: false }).unpublish(),
      read: testHeader,
    }),
    'a header of a registration': () => ({
      method: 'REGISTER',
      act: (value) => alice.ua.register({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
    'a header of the end of a registration': () => ({
      method: 'REGISTER',
      before: async () => {
        void alice.ua.register();
        await box.until(() => alice.ua.isRegistered());
        await box.run(100);
      },
      act: (value) => alice.ua.unregister({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
  };

  test.each(Object.keys(places))('[PRO-01] %s is written as it is or refused, and adds no line', async (name) => {
    dave.onMessage = ({ message }) => {
      if (message?.kind === 'request' && message.method !== 'ACK') dave.respond(message, 486);
      return true;
    };
    const place = places[name]?.();
    if (place !== undefined) await tryAll({ box, tap }, place);
  });

  test('[PRO-01] a method that is no token is refused', () => {
    for (const method of VALUES.filter((value) => !/^[\w%]+$/.test(value)))
      expect(() => alice.ua.request(method, 'dave'), JSON.stringify(method)).toThrow(InvalidValueError);
  });
});

describe('requests in a call', () => {
  let call: Session;

  beforeEach(async () => {
    call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    dave.onMessage = ({ message }) => {
      if (message?.kind === 'request' && message.method !== 'ACK')
        dave.respond(message, message.method === 'INVITE' || message.method === 'UPDATE' ? 488 : 200);
      return true;
    };
  });

  const places: Readonly<Record<string, () => Place>> = {
    'the target of a transfer': () => ({
      method: 'REFER',
      act: (value) => call.refer(value || 'x', { norefersub: true, activeAfterTransfer: true }),
    }),
    'a header of a transfer': () => ({
      method: 'REFER',
      act: (value) =>
        call.refer('bob', { extraHeaders: [`X-Test: ${value}`], norefersub: true, activeAfterTransfer: true }),
      read: testHeader,
    }),
    'the media type of an INFO': () => ({
      method: 'INFO',
      act: (value) => call.info({ contentType: `text/${value}`, body: 'x' }),
    }),
    'the package of an INFO': () => ({
      method: 'INFO',
      act: (value) => call.info({ contentType: 'text/plain', body: 'x', infoPackage: value }),
    }),
    'a header of an INFO': () => ({
      method: 'INFO',
      act: (value) => call.info({ contentType: 'text/plain', body: 'x', extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
    'a header of a tone': () => ({
      method: 'INFO',
      act: (value) =>
        call.dtmf('1', { via: 'info', duration: 70, interToneGap: 50, extraHeaders: [`X-Test: ${value}`] }),
      before: () => box.run(1000),
      read: testHeader,
    }),
    'a header of a re-INVITE': () => ({
      method: 'INVITE',
      act: (value) => call.reinvite({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
    'a header of an UPDATE': () => ({
      method: 'UPDATE',
      act: (value) => call.update({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
  };

  test.each(Object.keys(places))('[PRO-01] %s is written as it is or refused, and adds no line', async (name) => {
    const place = places[name]?.();
    if (place !== undefined) await tryAll({ box, tap }, place);
    expect(call.state).toBe('Established');
  });

  test('[SES-02] what is no tone is refused', () => {
    for (const tones of VALUES.filter((value) => !/^[\d*#,A-D]*$/i.test(value)))
      expect(() => call.dtmf(tones), JSON.stringify(tones)).toThrow(InvalidValueError);
  });
});

describe('the end of a call', () => {
  let call: Session;

  async function place(answered: boolean): Promise<void> {
    for (const session of alice.ua.sessions.values()) void session.terminate();
    await box.run(100);
    dave.onMessage = undefined;
    dave.flush();
    call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, answered ? 200 : 180, answered ? { body: fakeAnswer(invite.body) } : {});
    await box.until(() => (answered ? call.state === 'Established' : call.phase === 'ringing'));
    dave.onMessage = ({ message }) => {
      if (message?.kind !== 'request' || message.method === 'ACK') return true;
      dave.respond(message, 200);
      if (message.method === 'CANCEL') dave.respond(invite, 487);
      return true;
    };
  }

  test('[PRO-01] the reason of a BYE is written as it is or refused, and adds no line', async () => {
    await tryAll(
      { box, tap },
      {
        method: 'BYE',
        before: () => place(true),
        act: (value) => call.terminate({ statusCode: 486, reasonPhrase: value }),
        read: (message) =>
          /text="(.*)"$/
            .exec(message.header('Reason') ?? '')?.[1]
            ?.replace(/\\(.)/gs, '$1')
            .trim(),
      },
    );
  });

  test('[PRO-01] a header of a BYE is written as it is or refused, and adds no line', async () => {
    await tryAll(
      { box, tap },
      {
        method: 'BYE',
        before: () => place(true),
        act: (value) => call.terminate({ extraHeaders: [`X-Test: ${value}`] }),
        read: testHeader,
      },
    );
  });

  test('[PRO-01] a call whose reason to end is refused can still be ended', async () => {
    for (const answered of [true, false]) {
      await place(answered);
      const bad = { statusCode: 486, reasonPhrase: 'x\r\nX-Evil: 1' };
      expect(await errorOf(box, () => call.terminate(bad))).toBeInstanceOf(InvalidValueError);
      void call.terminate();
      await box.run(100);
      expect(call.state).toBe('Terminated');
      expect(tap.frames.join('')).not.toMatch(/^X-Evil/m);
    }
  });
});
