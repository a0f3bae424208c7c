import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError, InvalidValueError } from '../base/errors.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import type { Invitation } from '../session/invitation.ts';
import { BREAKOUTS, errorOf, inField, type Place, testHeader, tryAll, VALUES } from '../testing/injection.ts';
import { fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { inspect, WireTap } from '../testing/wire-tap.ts';
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
    if (place !== undefined) await tryAll({ box, tap }, { ...place, method: 'INVITE', before: ring }, BREAKOUTS);
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
      expect(await errorOf(box, () => invitation.reject(options))).toBeInstanceOf(InvalidValueError);
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
      void errorOf(box, () => reject(bad)).then((error) => {
        tried.push(error);
        return errorOf(box, () => reject({ reasonPhrase: 'No' }));
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
      await errorOf(box, async () => {
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
      await errorOf(box, () => alice.ua.options('dave').response);
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
    await errorOf(box, () => publisher.publish('y'));
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
