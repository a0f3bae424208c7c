import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError, InvalidValueError, SipError } from '../base/errors.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import type { Invitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import { Dice } from '../testing/dice.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { BREAKOUTS, inspect, WireTap } from '../testing/wire-tap.ts';
import { Referral } from '../transfer/referral.ts';

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

/** One place where an application hands us text that goes into a message. */
interface Place {
  /** Whose messages it is written into. */
  readonly method: string;
  act(value: string): unknown;
  /** Reads back what was written; nothing where several ways of writing are right. */
  read?(message: IncomingMessage): string | undefined;
  /** What has to be there before, for each value anew. */
  before?(): Promise<unknown>;
}

/** The text as a field value is read: without white space around it (RFC 3261 section 7.3.1). */
const inField = (value: string): string => value.trim();

const VALUES = [...BREAKOUTS, ...randomTexts()];

/** Texts of what matters to a parser, in any order. */
function randomTexts(): readonly string[] {
  const dice = new Dice('injection');
  const parts = [
    '\r',
    '\n',
    '\r\n',
    '\0',
    '"',
    '\\',
    '<',
    '>',
    ';',
    ',',
    ':',
    '=',
    '@',
    '%',
    '%0a',
    ' ',
    'x',
    'X-Evil: 1',
  ];
  return Array.from({ length: 40 }, () => Array.from({ length: 1 + dice.below(7) }, () => dice.pick(parts)).join(''));
}

/** Calls an act; gives what it throws or rejects with while half a second passes. */
async function errorOf(act: () => unknown): Promise<unknown> {
  let error: unknown;
  try {
    const result = act();
    if (typeof result === 'object' && result !== null && 'then' in result)
      Promise.resolve(result).catch((reason: unknown) => (error = reason));
  } catch (reason) {
    error = reason;
  }
  await box.run(100);
  return error;
}

/** Tries every value at a place: either an error that names the field and nothing sent, or a message as it should be. */
async function tryAll(place: Place, values: readonly string[] = VALUES): Promise<void> {
  await place.before?.();
  tap.clear();
  await errorOf(() => place.act('plain'));
  const usual = tap.find(place.method);
  if (usual === undefined) throw new Error(`no ${place.method} was sent`);
  const { names, message } = inspect(usual);
  expect(place.read?.(message) ?? 'plain').toBe('plain');
  for (const value of values) {
    const about = JSON.stringify(value);
    await place.before?.();
    tap.clear();
    const error = await errorOf(() => place.act(value));
    const frame = tap.find(place.method);
    if (frame === undefined) {
      expect(error, about).toBeInstanceOf(InvalidValueError);
      expect(error instanceof InvalidValueError && error.field, about).not.toBe('');
      continue;
    }
    // What is sent may be refused by the far end, and by that only.
    if (error !== undefined)
      expect(error instanceof SipError && error.code, about).toMatch(/RESPONSE|SESSION_ENDED|CANCELED/);
    const seen = inspect(frame);
    expect(new Set(seen.names), `${about}\n${frame}`).toEqual(new Set(names));
    expect(place.read?.(seen.message) ?? inField(value), `${about}\n${frame}`).toBe(inField(value));
  }
}

const testHeader = (message: IncomingMessage): string | undefined => message.header('X-Test');

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
    if (place !== undefined) await tryAll(place);
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
    if (place !== undefined) await tryAll(place);
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
    await tryAll({
      method: 'BYE',
      before: () => place(true),
      act: (value) => call.terminate({ statusCode: 486, reasonPhrase: value }),
      read: (message) =>
        /text="(.*)"$/
          .exec(message.header('Reason') ?? '')?.[1]
          ?.replace(/\\(.)/gs, '$1')
          .trim(),
    });
  });

  test('[PRO-01] a header of a BYE is written as it is or refused, and adds no line', async () => {
    await tryAll({
      method: 'BYE',
      before: () => place(true),
      act: (value) => call.terminate({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    });
  });

  test('[PRO-01] a call whose reason to end is refused can still be ended', async () => {
    for (const answered of [true, false]) {
      await place(answered);
      const bad = { statusCode: 486, reasonPhrase: 'x\r\nX-Evil: 1' };
      expect(await errorOf(() => call.terminate(bad))).toBeInstanceOf(InvalidValueError);
      void call.terminate();
      await box.run(100);
      expect(call.state).toBe('Terminated');
      expect(tap.frames.join('')).not.toMatch(/^X-Evil/m);
    }
  });
});

describe('answers to a call', () => {
  let invitation: Invitation;
  let offers: ScriptedDialog | undefined;

  async function ring(): Promise<void> {
    for (const session of alice.ua.sessions.values()) void session.terminate().catch(() => undefined);
    await box.run(100);
    offers = undefined;
    dave.onMessage = ({ message }) => {
      if (message?.kind === 'response' && message.cseq.method === 'INVITE' && message.statusCode >= 200) {
        if (message.statusCode < 300) offers = dave.dialog(message);
        if (offers === undefined) dave.ack(message);
        else offers.ack(message);
      } else if (message?.kind === 'request' && message.method === 'BYE') dave.respond(message, 200);
      return true;
    };
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    const known = alice.incoming.length;
    await box.until(() => alice.incoming.length > known);
    await box.run(10);
    const last = alice.incoming.at(-1);
    if (last === undefined) throw new Error('nothing came in');
    invitation = last;
  }

  const places: Readonly<Record<string, () => Omit<Place, 'method' | 'before'>>> = {
    'the reason of a refusal': () => ({ act: (value) => invitation.reject({ statusCode: 486, reasonPhrase: value }) }),
    'a header of a refusal': () => ({
      act: (value) => invitation.reject({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
    'the media type of a refusal': () => ({
      act: (value) => invitation.reject({ body: 'x', extraHeaders: [`Content-Type: text/x;y="${value}"`] }),
    }),
    'where a refusal leads': () => ({
      act: (value) => invitation.reject({ statusCode: 302, contacts: [`<sip:${value}@example.com>`] }),
    }),
    'the reason of progress': () => ({ act: (value) => invitation.progress({ statusCode: 183, reasonPhrase: value }) }),
    'a header of progress': () => ({
      act: (value) => invitation.progress({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
    'a header of the answer': () => ({
      act: (value) => invitation.accept({ extraHeaders: [`X-Test: ${value}`] }),
      read: testHeader,
    }),
  };

  test.each(Object.keys(places))('[PRO-01] %s is written as it is or refused, and adds no line', async (name) => {
    const place = places[name]?.();
    if (place !== undefined) await tryAll({ ...place, method: 'INVITE', before: ring }, BREAKOUTS);
  });

  test('[PRO-01] a call whose refusal could not be written can still be refused', async () => {
    for (const options of [
      { reasonPhrase: 'x\r\ny' },
      { extraHeaders: ['a\nb'] },
      { statusCode: 302, contacts: ['<sip:x>\r\n'] },
      { body: 'x', extraHeaders: ['Content-Type: x'] },
    ]) {
      await ring();
      tap.clear();
      expect(await errorOf(() => invitation.reject(options))).toBeInstanceOf(InvalidValueError);
      expect(invitation.state).toBe('Initial');
      void invitation.reject({ statusCode: 486 });
      await box.run(10);
      expect(tap.find('INVITE')).toMatch(/^SIP\/2.0 486 /);
      expect(invitation.state).toBe('Terminated');
    }
  });
});

describe('answers to other requests', () => {
  test('[PRO-01] the answer to a text, a subscription or a transfer that cannot be written leaves room for another', async () => {
    const bad = { reasonPhrase: 'x\r\nX-Evil: 1' };
    const tried: unknown[] = [];
    const twice = (reject: (options: { readonly reasonPhrase: string }) => unknown): void => {
      void errorOf(() => reject(bad)).then((error) => {
        tried.push(error);
        return errorOf(() => reject({ reasonPhrase: 'No' }));
      });
    };
    alice.ua.on('message', (message) => {
      message.progress();
      twice((options) => message.reject(options));
    });
    alice.ua.on('subscribe', (notifier) => {
      expect(() => notifier.reject(bad)).toThrow(InvalidValueError);
      notifier.reject({ reasonPhrase: 'No' });
    });
    alice.ua.on('outOfDialogReferRequested', (referral) => {
      twice((options) => (referral instanceof Referral ? referral.reject(options) : undefined));
    });
    const headers = ['Event: presence', 'Refer-To: <sip:bob@example.com>'];
    for (const method of ['MESSAGE', 'SUBSCRIBE', 'REFER']) {
      tap.clear();
      const request = dave.request(method, 'sip:alice@example.com', { headers, body: 'x', contentType: 'text/plain' });
      const response = await dave.expectResponse('*', request);
      expect(response.reasonPhrase, method).toBe('No');
    }
    expect(tried.map((error) => error instanceof InvalidValueError)).toEqual([true, true]);
  });
});

describe('what the network says and we repeat', () => {
  const ESCAPED = [
    '%0d%0aX-Evil:%201',
    '%0aX-Evil:1',
    '%00',
    '%22%3b',
    '%3e%3btag=1',
    '%0d%0a%0d%0aINVITE',
    '%25',
    '%ff',
  ];

  test.each(ESCAPED)('[PRO-01] an address to call, %s in it, adds no line', async (evil) => {
    const { caller, callee } = await box.call(alice, await box.phone('bob'));
    const referrals: Referral[] = [];
    caller.on('referRequested', (context) => {
      if (context instanceof Referral) referrals.push(context);
    });
    const dialog = callee.context.dialog;
    if (dialog === undefined) throw new Error('no dialog');
    const to = [
      `<sip:${evil}@example.com>`,
      `<sip:bob@example.com;x=${evil}>`,
      `<sip:bob@example.com?X-A=${evil}&Replaces=a%3Bto-tag%3Db%3Bfrom-tag%3Dc${evil}>`,
      `<sip:bob@example.com?Subject=${evil}&body=${evil}>`,
      `"x\\"\\\\${evil}" <sip:bob@example.com>`,
    ];
    for (const referTo of to) {
      const request = dialog.createRequest('REFER');
      request.headers.set('Refer-To', referTo);
      request.headers.set('Referred-By', `"\\"${evil}" <sip:${evil}@example.com>`);
      callee.context.core.send(request, { onFinal: () => undefined, onFailure: () => undefined }, dialog);
      await box.run(100);
    }
    for (const referral of referrals) {
      tap.clear();
      await errorOf(async () => {
        await referral.accept();
        await referral.makeInviter().invite();
      });
      for (const frame of tap.frames) {
        expect(inspect(frame).names, frame).not.toContain('X-Evil');
        expect(frame).not.toMatch(/^(X-A|Subject): /m);
      }
    }
    expect(referrals.length).toBeGreaterThan(1);
  });

  test.each([
    ['From', `"a\\"\\\\,;b" <sip:%0d%0aX-Evil@example.com;x=%0a?X-Evil=1>;tag=a1;y="\\\r;z"`],
    ['From', `<sip:dave@example.com;x="a">;tag=!%*_+\`'~`],
    ['Contact', `"\\"<;" <sip:%0d%0a@example.com;ob;x=%22%3e?X-Evil=1>;q=0.1`],
    ['Call-ID', `<">{}()[]?/\\:x`],
    ['CSeq', '4294967295 OPTIONS'],
    ['Via', 'SIP/2.0/WS a.invalid;branch=z9hG4bK1;rport;received=::1;x="a;b,\\"c"'],
    ['Timestamp', '1.2 .5'],
    ['Accept', 'a/b;x="\\"\\r"'],
  ])('[PRO-01] a strange %s in a request adds no line to what we answer: %s', async (name, value) => {
    tap.clear();
    const request = dave.build('OPTIONS', 'sip:alice@example.com');
    if (name === 'Via') request.add(name, value);
    else request.set(name, value);
    dave.send(request);
    await box.run(100);
    for (const frame of tap.frames) expect(inspect(frame).names).not.toContain('X-Evil');
  });

  test.each(['"', '\\', 'a"b', '\\"; X-Evil="', ',', 'é', '', ' ', '\u0001'])(
    '[PRO-04] a challenge with %j in realm, nonce and opaque is answered with the same values',
    async (text) => {
      const quoted = `"${text.replace(/[\\"]/g, '\\$&')}"`;
      box.network.answerNext('OPTIONS', 407, {
        headers: [
          `Proxy-Authenticate: Digest realm=${quoted}, nonce=${quoted}, opaque=${quoted}, qop="auth", algorithm=MD5`,
        ],
      });
      tap.clear();
      await errorOf(() => alice.ua.options('dave').response);
      for (const frame of tap.frames) {
        const { names } = inspect(frame);
        expect(names).not.toContain('X-Evil');
        const credentials = /^Proxy-Authorization: (.*)\r$/m.exec(frame)?.[1];
        if (credentials === undefined) continue;
        for (const field of ['realm', 'nonce', 'opaque']) expect(credentials).toContain(`${field}=${quoted}`);
      }
    },
  );

  test.each(['"', 'x y', '%0d%0a', 'a,b', ';x', '<>'])('[PRO-09] an entity tag %j adds no line', async (tag) => {
    tap.clear();
    const publisher = alice.ua.publish('dave', 'presence', 'x', { retry: false });
    dave.respond(await dave.expect('PUBLISH'), 200, { headers: ['Expires: 600', `SIP-ETag: ${tag}`] });
    await box.run(10);
    await errorOf(() => publisher.publish('y'));
    for (const frame of tap.frames) expect(inspect(frame).names).not.toContain('X-Evil');
    publisher.dispose();
  });
});

describe('configuration', () => {
  const parameters = {
    uri: (value: string) => ({ uri: `sip:${value}@example.com` }),
    displayName: (value: string) => ({ displayName: value }),
    authorizationUser: (value: string) => ({ authorizationUser: value }),
    password: (value: string) => ({ password: value }),
    ha1: (value: string) => ({ ha1: value }),
    contactName: (value: string) => ({ contactName: value }),
    instanceId: (value: string) => ({ instanceId: value }),
    userAgentString: (value: string) => ({ userAgentString: value }),
    registrarServer: (value: string) => ({ registrarServer: `sip:${value}.example.com` }),
    wsServers: (value: string) => ({ wsServers: `wss://${value}.example.com/`, usePreloadedRoute: true }),
  };
  const readers: Readonly<Record<string, (message: IncomingMessage) => string | undefined>> = {
    displayName: (message) => message.from.displayName?.trim() ?? '',
    contactName: (message) => message.contacts[0]?.uri.user?.replace('\ufffd', '\ud800').trim(),
    userAgentString: (message) => message.header('User-Agent'),
  };

  test.each(Object.keys(parameters) as (keyof typeof parameters)[])(
    '[CFG-01] %s is written as it is or refused by its name, and adds no line',
    async (name) => {
      for (const value of VALUES) {
        const about = JSON.stringify(value);
        const other = new WireTap();
        let phone: Phone;
        try {
          phone = box.make('bob', other.options(box.network, parameters[name](value)));
        } catch (error) {
          expect(error, about).toBeInstanceOf(ConfigurationError);
          expect(error instanceof ConfigurationError && error.parameter, about).toBe(name);
          continue;
        }
        void phone.ua.start().catch(() => undefined);
        await box.run(50);
        if (name !== 'wsServers') expect(other.frames.length, about).toBeGreaterThan(0);
        for (const frame of other.frames) {
          const { names, message } = inspect(frame);
          expect(names, about).not.toContain('X-Evil');
          if (frame.startsWith('REGISTER'))
            expect(readers[name]?.(message) ?? inField(value), about).toBe(inField(value));
        }
        phone.ua.userAgent.dispose();
      }
    },
  );
});
