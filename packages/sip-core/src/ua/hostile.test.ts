import { afterEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../platform.ts';
import { readConferenceInfo } from '../subscription/packages/conference-info.ts';
import { readDialogInfo } from '../subscription/packages/dialog-info.ts';
import { readPidf } from '../subscription/packages/pidf.ts';
import { createFakeMedia, type FakeMedia } from '../testing/fake-media.ts';
import { fakeOffer } from '../testing/fake-sdp.ts';
import { PhoneBox } from '../testing/phones.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { SkewedClock } from '../testing/skewed-clock.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { Wire } from '../testing/wire.ts';
import { UserAgent } from './user-agent.ts';

/** Microseconds of computing that one hostile message, or a flood of small ones, may cost; generous, for slow machines. */
const BUDGET = 3_000_000;

interface Target {
  readonly wire: Wire;
  readonly clock: VirtualClock;
  readonly userAgent: UserAgent;
  readonly media: FakeMedia;
  readonly errors: unknown[];
}

/** A user agent on a bare wire, with somebody who listens to everything. */
function target(): Target {
  const clock = new VirtualClock();
  const wire = new Wire();
  const media = createFakeMedia();
  const errors: unknown[] = [];
  const userAgent = new UserAgent({
    uri: UserAgent.makeURI('sip:alice@example.com'),
    transport: wire,
    platform: {
      clock,
      random: seededRandom(1),
      logger: { log: (level, ...rest) => (level === 'error' ? errors.push(rest) : undefined) },
    },
    sessionDescriptionHandlerFactory: media,
    delegate: { onMessage: () => undefined },
  });
  return { wire, clock, userAgent, media, errors };
}

/** Lets everything end, and checks that nothing is left. */
async function finish({ clock, userAgent, media, errors }: Target): Promise<void> {
  await clock.run(200_000);
  const { client, server, lingering } = userAgent.core.transactions.counts();
  expect({ client, server, lingering }).toEqual({ client: 0, server: 0, lingering: 0 });
  expect(userAgent.sessions.size).toBe(0);
  expect(userAgent.core.dialogs.size).toBe(0);
  expect(media.open()).toBe(0);
  userAgent.dispose();
  expect(clock.pending).toBe(0);
  expect(errors).toEqual([]);
}

interface Parts {
  readonly number?: number | string;
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly branch?: string;
  readonly fromTag?: string;
  readonly uri?: string;
}

function frame(method: string, parts: Parts = {}): string {
  const { number = 1, headers = [], body = '', uri = 'sip:alice@example.com' } = parts;
  return [
    `${method} ${uri} SIP/2.0`,
    `Via: SIP/2.0/WSS mallory.invalid;branch=${parts.branch ?? `z9hG4bK${number}`}`,
    `From: <sip:mallory@example.com>;tag=${parts.fromTag ?? `f${number}`}`,
    'To: <sip:alice@example.com>',
    `Call-ID: ${number}@mallory.invalid`,
    `CSeq: 1 ${method}`,
    'Contact: <sip:mallory@mallory.invalid;transport=ws>',
    'Max-Forwards: 70',
    ...headers,
    `Content-Length: ${new TextEncoder().encode(body).length}`,
    '',
    body,
  ].join('\r\n');
}

describe('messages that are too much', () => {
  const sdp = ['Content-Type: application/sdp'];
  const huge: Readonly<Record<string, readonly [text: () => string, refusals: readonly number[]]>> = {
    'a description of 9 MB': [
      () => frame('INVITE', { headers: sdp, body: `${fakeOffer()}${'a=x:y\r\n'.repeat(1_300_000)}` }),
      [413, 513],
    ],
    'a text of 9 MB': [
      () => frame('MESSAGE', { headers: ['Content-Type: text/plain'], body: 'x'.repeat(9e6) }),
      [413, 513],
    ],
    'a description of 5 MB, which a call may have,': [
      () => frame('INVITE', { headers: sdp, body: `${fakeOffer()}${'a=x:y\r\n'.repeat(700_000)}` }),
      [180, 482, 480, 200],
    ],
    '50,000 header fields': [
      () => frame('INVITE', { headers: Array.from({ length: 50_000 }, (_, at) => `X-${at}: ${at}`) }),
      [513],
    ],
    'a header field of 1 MB': [() => frame('OPTIONS', { headers: [`X-Long: ${'x'.repeat(1e6)}`] }), [513]],
    'a From of 1 MB': [() => frame('OPTIONS', { fromTag: 'x'.repeat(1e6) }), [513]],
    'a branch of 1 MB': [() => frame('OPTIONS', { branch: `z9hG4bK${'x'.repeat(1e6)}` }), [513]],
    '20,000 folds': [() => frame('OPTIONS', { headers: [`X-Folded: ${'x\r\n '.repeat(20_000)}x`] }), [513, 200]],
    '40,000 quotes': [() => frame('OPTIONS', { headers: [`Contact: ${'"'.repeat(40_000)}`] }), [400, 513]],
    '40,000 commas': [() => frame('OPTIONS', { headers: [`Accept: ${','.repeat(40_000)}`] }), [200, 400, 513]],
    'an address of 1 MB': [() => frame('OPTIONS', { uri: `sip:${'x'.repeat(1e6)}@example.com` }), [414, 513]],
  };

  test.each(Object.keys(huge))('[PRO-01] %s costs little and does no harm', async (name) => {
    const at = target();
    const [make, allowed] = huge[name] ?? [() => '', []];
    const text = make();
    const begun = process.cpuUsage();
    at.wire.deliver(text);
    at.wire.deliver(new TextEncoder().encode(text));
    await at.clock.run(1000);
    expect(process.cpuUsage(begun).user).toBeLessThan(BUDGET);
    for (const status of at.wire.statuses) expect(allowed).toContain(status);
    for (const sent of at.wire.sent) expect(sent.length).toBeLessThan(100_000);
    at.wire.deliver(frame('OPTIONS', { number: 'after' }));
    await at.clock.run(10);
    expect(at.wire.statuses.at(-1)).toBe(200);
    await finish(at);
  });
});

describe('bodies of XML', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}">${Array.from(
    { length: 30 },
    (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`,
  ).join('')}]>`;
  const bodies: Readonly<Record<string, string>> = {
    'entities that grow': `<?xml version="1.0"?>${bomb}<presence entity="sip:a@b"><note>&a29;</note></presence>`,
    'an external entity':
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><presence entity="sip:a@b"><note>&a;</note></presence>',
    'elements within each other, 100,000 deep': '<a>'.repeat(100_000),
    '100,000 attributes': `<a ${Array.from({ length: 100_000 }, (_, at) => `x${at}=""`).join(' ')}/>`,
    'a comment without an end': `<a><!--${'-'.repeat(500_000)}`,
    'half a megabyte of &': '&'.repeat(500_000),
    'half a megabyte of <': '<'.repeat(500_000),
  };

  test.each(Object.keys(bodies))('[PRO-09] %s are refused at little cost', (name) => {
    const body = bodies[name] ?? '';
    const begun = process.cpuUsage();
    for (const read of [readPidf, readDialogInfo, readConferenceInfo]) {
      const result = JSON.stringify(read(body) ?? null);
      expect(result.length).toBeLessThan(2000);
      expect(result).not.toContain('xxxx');
    }
    expect(process.cpuUsage(begun).user).toBeLessThan(BUDGET);
  });

  test('[PRO-09] a NOTIFY with such a body leaves the subscription as it is, and a PUBLISH nothing at all', async () => {
    const box = new PhoneBox();
    const alice = await box.phone('alice');
    const dave = box.network.scriptedPeer('dave');
    const subscriber = alice.ua.subscribe('dave', 'presence');
    const subscribe = await dave.expect('SUBSCRIBE');
    dave.respond(subscribe, 200, { headers: ['Expires: 3600'] });
    const dialog = dave.dialog(subscribe);
    const headers = ['Event: presence', 'Subscription-State: active;expires=3600'];
    for (const body of Object.values(bodies).filter((each) => each.length < 60_000)) {
      const notify = dialog.send('NOTIFY', { headers, body, contentType: 'application/pidf+xml' });
      await dave.expectResponse('*', notify);
      const publish = dave.request('PUBLISH', 'sip:alice@example.com', {
        headers,
        body,
        contentType: 'application/pidf+xml',
      });
      await dave.expectResponse(405, publish);
    }
    expect(subscriber.getSnapshot().state).not.toBe('Terminated');
    await box.close();
    expect(box.leaks()).toMatchObject({ timers: 0, dialogs: 0, transactions: 0 });
    expect(box.errors).toEqual([]);
  });
});

describe('names that objects have of their own', () => {
  test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', 'prototype'])(
    '[PRO-01] %s means nothing as a branch, tag, header, parameter, user, method or call',
    async (name) => {
      const at = target();
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      const parts: Parts = {
        number: name,
        branch: name,
        fromTag: name,
        headers: [`${name}: ${name};${name}=${name}`, `X-A: 1`, 'Subject: hello'],
        uri: `sip:${name}@example.com;${name}=${name}?${name}=${name}`,
      };
      for (const method of ['INVITE', 'OPTIONS', 'MESSAGE', 'NOTIFY', 'SUBSCRIBE', name])
        at.wire.deliver(frame(method, parts));
      await at.clock.run(1000);
      expect(at.wire.statuses.length).toBeGreaterThanOrEqual(6);
      expect(at.wire.statuses.some((status) => status >= 500 && status !== 501)).toBe(false);
      const [session] = at.userAgent.sessions.values();
      expect(session?.metadata).not.toHaveProperty('polluted');
      expect(JSON.stringify(session?.getSnapshot())).toContain('mallory');
      expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
      expect(Object.hasOwn(Object.prototype, name)).toBe(name in {} && name !== 'prototype');
      await finish(at);
    },
  );
});

describe('floods', () => {
  test.each(['INVITE', 'OPTIONS', 'MESSAGE', 'REGISTER', 'NOTIFY', 'SUBSCRIBE', 'REFER', 'BYE', 'CANCEL', 'ACK'])(
    '[PRO-12] 2,000 %s get their answers at little cost, and nothing is left',
    async (method) => {
      const at = target();
      const headers = [
        'Content-Type: text/plain',
        'Event: presence',
        'Refer-To: <sip:a@b>',
        'Subscription-State: active',
      ];
      const begun = process.cpuUsage();
      for (let number = 0; number < 2000; number += 1) {
        at.wire.deliver(frame(method, { number, headers: method === 'INVITE' ? [] : headers }));
        if (number % 100 === 0) await at.clock.run(1);
      }
      await at.clock.run(100);
      expect(process.cpuUsage(begun).user).toBeLessThan(BUDGET);
      const finals = at.wire.statuses.filter((status) => status >= 200);
      if (method === 'ACK') expect(finals).toEqual([]);
      else if (method === 'INVITE') {
        expect(finals.filter((status) => status === 486).length).toBe(1990);
        expect(at.userAgent.sessions.size).toBe(10);
      } else expect(finals.length).toBe(2000);
      await finish(at);
    },
  );
});

describe('time', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('[PRO-02] a timer longer than 2^31-1 ms fires when it is due, and not at once', () => {
    vi.useFakeTimers();
    const clock = systemClock();
    let fired = 0;
    const delay = 2 ** 32 - 1 + 5000;
    clock.setTimeout(() => (fired += 1), delay);
    const stopped = clock.setTimeout(() => (fired += 100), delay);
    vi.advanceTimersByTime(2 ** 31);
    clock.clearTimeout(stopped);
    vi.advanceTimersByTime(delay - 2 ** 31 - 1);
    expect(fired).toBe(0);
    vi.advanceTimersByTime(1);
    expect(fired).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([4294967295, 2147483648, 4294967])(
    '[PRO-02] an INVITE with Expires: %i rings as any other',
    async (expires) => {
      const at = target();
      at.wire.deliver(frame('INVITE', { headers: [`Expires: ${expires}`] }));
      await at.clock.run(30_000);
      expect(at.wire.statuses).not.toContain(487);
      expect(at.userAgent.sessions.size).toBe(1);
      await finish(at);
    },
  );

  const DAY = 86_400_000;
  test.each([
    ['a year ahead', 365 * DAY, 1],
    ['a year back', -365 * DAY, 1],
    ['an hour ahead', 3_600_000, 1],
    ['ten seconds back', -10_000, 1],
    ['nowhere, with timers at whole seconds', 0, 1000],
    ['a day back, with timers at whole seconds', -DAY, 1000],
  ])('[NET-03] the clock jumps %s: calls, registration and transactions go on', async (_name, offset, granularity) => {
    const box = new PhoneBox();
    const clock = new SkewedClock(box.clock);
    const alice = await box.phone('alice', { configuration: { platform: { clock }, registerExpires: 600 } });
    const bob = await box.phone('bob');
    const { caller, callee } = await box.call(alice, bob);
    clock.granularity = granularity;
    await box.run(10_000);
    clock.offset = offset;
    const registers = (): number => box.network.trace.find('REGISTER').filter(({ user }) => user === 'alice').length;
    const before = registers();
    // Across a refresh of the registration and of the session timer.
    await box.run(3_000_000);
    expect(caller.state).toBe('Established');
    expect(callee.state).toBe('Established');
    expect(alice.ua.isRegistered()).toBe(true);
    expect(box.network.counts().bindings).toBeGreaterThanOrEqual(2);
    expect(registers() - before).toBeGreaterThanOrEqual(2 * 4);
    expect(registers() - before).toBeLessThan(2 * 2 * 12);
    clock.offset = 0;
    void caller.hold();
    await box.until(() => caller.getSnapshot().hold.local);
    void caller.terminate();
    await box.run(1000);
    expect(callee.state).toBe('Terminated');
    await box.run(70_000);
    expect(alice.ua.userAgent.core.transactions.counts()).toMatchObject({ client: 0, server: 0, lingering: 0 });
    await box.close();
    await box.run(1000);
    expect(box.leaks()).toEqual({
      timers: 0,
      sessions: 0,
      dialogs: 0,
      transactions: 0,
      handlers: 0,
      tracks: 0,
      sockets: 0,
    });
    expect(box.errors).toEqual([]);
  });
});
