import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PhoneBox } from '../testing/phones.ts';
import { UA } from '../ua/ua.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;

beforeEach(() => {
  box = new PhoneBox();
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

/** When each REGISTER reached the server, leaving out those that only answer a challenge. */
function registerTimes(): number[] {
  const seen = new Set<string>();
  return box.network.trace
    .find((entry) => entry.method === 'REGISTER' && entry.kind === 'request' && entry.direction === 'in')
    .filter((entry) => {
      const key = /^Authorization:/im.test(entry.text) ? '' : entry.text;
      const fresh = key !== '' && !seen.has(key);
      seen.add(key);
      return fresh;
    })
    .map((entry) => entry.time);
}

describe('registering', () => {
  test('[UA-02] start() connects and registers with the password', async () => {
    const { ua } = box.make('alice');
    const seen: string[] = [];
    ua.on('connecting', ({ attempts }) => seen.push(`connecting ${attempts}`));
    ua.on('connected', () => seen.push('connected'));
    ua.on('registered', () => seen.push('registered'));
    expect(ua.getSnapshot()).toMatchObject({ status: 'idle', registration: { status: 'unregistered' } });
    void ua.start();
    await box.until(() => ua.isRegistered());
    expect(seen).toEqual(['connecting 1', 'connected', 'registered']);
    expect(ua.getSnapshot()).toMatchObject({
      status: 'connected',
      registration: { status: 'registered', error: null },
    });
    expect(box.network.counts().bindings).toBe(1);
  });

  test('[UA-02] start() twice opens one socket and sends one REGISTER', async () => {
    const { ua } = box.make('alice');
    void ua.start();
    void ua.start();
    await box.until(() => ua.isRegistered());
    await ua.start();
    await box.run(5000);
    expect(box.network.counts().sockets).toBe(1);
    expect(registerTimes()).toHaveLength(1);
  });

  test('[PRO-05] the binding is refreshed before it ends, with the nonce in hand: two messages, no challenge', async () => {
    const { ua } = await box.phone('alice', { configuration: { registerExpires: 120 } });
    box.network.trace.clear();
    await box.run(119_000);
    expect(box.network.trace.find('REGISTER')).toHaveLength(1);
    expect(box.network.trace.find('401')).toHaveLength(0);
    expect(ua.isRegistered()).toBe(true);
    expect(box.network.counts().bindings).toBe(1);
  });

  test('[UA-04] unregister() removes the binding and nothing is refreshed any more', async () => {
    const { ua } = await box.phone('alice');
    const seen: unknown[] = [];
    ua.on('unregistered', (response, cause) => seen.push([response?.statusCode, cause]));
    void ua.unregister();
    await box.until(() => !ua.isRegistered());
    expect(box.network.counts().bindings).toBe(0);
    expect(seen).toEqual([[200, null]]);
    box.network.trace.clear();
    await box.run(1_000_000);
    expect(box.network.trace.find('REGISTER')).toHaveLength(0);
  });

  test('[UA-04] unregister({ all: true }) removes every binding of the address', async () => {
    const { ua } = await box.phone('alice');
    const other = await box.phone('alice');
    expect(box.network.counts().bindings).toBe(2);
    void ua.unregister({ all: true });
    await box.until(() => box.network.counts().bindings === 0);
    void other.ua.unregister();
    await box.run(1000);
  });

  test('[UA-04] register() during register() joins it; unregister() follows it', async () => {
    const { ua } = box.make('alice', { configuration: { register: false } });
    void ua.start();
    await box.until(() => ua.isConnected());
    const order: string[] = [];
    const all = Promise.all([
      ua.register().then(() => order.push('registered')),
      ua.register().then(() => order.push('registered')),
      ua.unregister().then(() => order.push('unregistered')),
    ]);
    await Promise.all([all, box.run(1000)]);
    expect(order).toEqual(['registered', 'registered', 'unregistered']);
    expect(box.network.counts().bindings).toBe(0);
    expect(registerTimes()).toHaveLength(1);
  });

  test('[UA-03] stop() remembers that we were registered, start() registers again', async () => {
    const { ua } = await box.phone('alice');
    await Promise.all([ua.stop(), box.run(5000)]);
    expect(ua.getSnapshot()).toMatchObject({ status: 'stopped', registration: { status: 'unregistered' } });
    expect(box.network.counts()).toMatchObject({ bindings: 0, sockets: 0 });
    void ua.start();
    await box.until(() => ua.isRegistered());
  });

  test('[UA-03] stop() remembers that we were not', async () => {
    const { ua } = await box.phone('alice');
    void ua.unregister();
    await box.until(() => !ua.isRegistered());
    await Promise.all([ua.stop(), box.run(5000)]);
    void ua.start();
    await box.until(() => ua.isConnected());
    await box.run(5000);
    expect(ua.isRegistered()).toBe(false);
  });

  test('[UA-03] stop() while REGISTER is on its way leaves no binding', async () => {
    const { ua } = box.make('alice');
    void ua.start();
    await box.until(() => ua.isConnected());
    await Promise.all([ua.stop(), box.run(10_000)]);
    expect(box.network.counts()).toMatchObject({ bindings: 0, sockets: 0 });
  });

  test('[UA-03] stop() with a server that says nothing ends within its deadline', async () => {
    const { ua } = await box.phone('alice');
    box.network.freeze();
    let stopped = false;
    void ua.stop().then(() => (stopped = true));
    await box.run(10_000);
    expect(stopped).toBe(true);
  });
});

describe('a registrar that refuses', () => {
  test('[UA-09] a wrong password fails with 401 and is not tried again', async () => {
    const { ua } = box.make('alice', { configuration: { password: 'wrong' } });
    const causes: string[] = [];
    ua.on('registrationFailed', (response, cause) => causes.push(`${response?.statusCode ?? ''} ${cause}`));
    void ua.start();
    await box.run(600_000);
    expect(causes).toEqual(['401 Authentication Error']);
    expect(ua.getSnapshot().registration).toMatchObject({
      status: 'failed',
      error: { code: 'RESPONSE', statusCode: 401 },
      retryAt: null,
    });
    expect(registerTimes()).toHaveLength(1);
  });

  test('[UA-09] an unknown user fails, and register() rejects with the response', async () => {
    const { ua } = box.make('mallory');
    void ua.start();
    await box.until(() => ua.getSnapshot().registration.status === 'failed');
    const outcome: unknown[] = [];
    ua.register().catch((error: unknown) => outcome.push(error));
    await box.run(1000);
    expect(outcome).toMatchObject([{ code: 'RESPONSE' }]);
  });

  test('[PRO-05] 423 is followed once with Min-Expires', async () => {
    box.network.answerNext('REGISTER', 423, { headers: ['Min-Expires: 1800'] });
    const { ua } = await box.phone('alice');
    expect(ua.registerer.expires).toBe(1800);
  });

  test('[PRO-05] 423 that grows for ever is given up', async () => {
    let least = 600;
    box.network.onRequest = (request) =>
      request.method === 'REGISTER' ? { statusCode: 423, headers: [`Min-Expires: ${(least += 600)}`] } : undefined;
    const { ua } = box.make('alice');
    void ua.start();
    await box.run(2000);
    expect(ua.getSnapshot().registration.status).toBe('failed');
    expect(registerTimes().length).toBeLessThanOrEqual(4);
    box.network.onRequest = undefined;
  });

  test('[PRO-05] 503 with Retry-After is tried again then, and says so', async () => {
    box.network.answerNext('REGISTER', 503, { headers: ['Retry-After: 45'] });
    const { ua } = box.make('alice');
    void ua.start();
    await box.until(() => ua.getSnapshot().registration.status === 'failed');
    const failedAt = box.clock.now();
    expect(ua.getSnapshot().registration.retryAt).toBe(failedAt + 45_000);
    await box.until(() => ua.isRegistered());
    expect(box.clock.now() - failedAt).toBeGreaterThanOrEqual(45_000);
  });

  test('[PRO-05] 500 is tried again with growing waits', async () => {
    box.network.onRequest = (request) => (request.method === 'REGISTER' ? { statusCode: 500 } : undefined);
    const { ua } = box.make('alice');
    void ua.start();
    await box.run(300_000);
    const times = registerTimes();
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits.length).toBeGreaterThan(2);
    for (const [index, wait] of waits.entries()) {
      const longest = 30_000 * 2 ** index;
      expect(wait).toBeGreaterThanOrEqual(longest / 2);
      expect(wait).toBeLessThanOrEqual(longest + 100);
    }
    box.network.onRequest = undefined;
    await box.until(() => ua.isRegistered(), 2_000_000);
  });
});

describe('what a registrar grants', () => {
  const odd: readonly (readonly [string, readonly string[]])[] = [
    ['no Contact and no Expires', []],
    ['a Contact without expires', ['Contact: <sip:someone@elsewhere.invalid>']],
    ['expires 0', ['Expires: 0']],
    ['expires 1', ['Expires: 1']],
    ['expires 4294967295', ['Expires: 4294967295']],
    ['an expires that is no number', ['Contact: <sip:a@b.invalid>;expires=soon']],
  ];
  test.each(odd)('[PRO-05] a 200 with %s: registered, and never more than one REGISTER in 2 s', async (_, headers) => {
    box.network.onRequest = (request) => (request.method === 'REGISTER' ? { statusCode: 200, headers } : undefined);
    const { ua } = box.make('alice');
    void ua.start();
    await box.run(60_000);
    expect(ua.isRegistered()).toBe(true);
    const times = registerTimes();
    for (const [index, time] of times.slice(1).entries())
      expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(2000);
    box.network.onRequest = undefined;
  });

  test('[PRO-05] Service-Route is used by calls, and forgotten with the registration', async () => {
    box.network.answerNext('REGISTER', 200, { headers: ['Service-Route: <sip:edge.example.com;lr>', 'Expires: 600'] });
    const { ua } = await box.phone('alice');
    ua.invite('dave');
    const sent = box.network.trace.find((entry) => entry.method === 'INVITE' && entry.direction === 'in');
    await box.until(() => box.network.trace.find('INVITE').length > 0);
    expect((sent[0] ?? box.network.trace.find('INVITE')[0])?.text).toContain('Route: <sip:edge.example.com;lr>');
    void ua.unregister();
    await box.until(() => !ua.isRegistered());
    expect(ua.userAgent.core.serviceRoutes).toEqual([]);
  });
});

describe('a server that goes away', () => {
  test('[NET-02] down at the start: start() rejects, and the phone registers when it is up', async () => {
    box.network.down();
    const { ua } = box.make('alice');
    const outcome: unknown[] = [];
    ua.start().catch((error: unknown) => outcome.push(error));
    await box.run(10_000);
    expect(outcome).toMatchObject([{ name: 'TransportError' }]);
    expect(ua.getSnapshot()).toMatchObject({ status: 'reconnecting', error: { retryable: true } });
    box.network.up();
    await box.until(() => ua.isRegistered());
    expect(ua.getSnapshot()).toMatchObject({ status: 'connected', error: null, attempts: 0 });
  });

  test('[NET-02] restarted while registered: unregistered is told, then registered again', async () => {
    const { ua } = await box.phone('alice');
    const seen: string[] = [];
    ua.on('disconnected', () => seen.push('disconnected'));
    ua.on('unregistered', (_, cause) => seen.push(`unregistered ${String(cause)}`));
    ua.on('registered', () => seen.push('registered'));
    box.network.down();
    await box.run(3000);
    expect(ua.isRegistered()).toBe(false);
    box.network.up();
    await box.until(() => ua.isRegistered());
    expect(seen[0]).toBe('unregistered Connection Error');
    expect(seen.at(-1)).toBe('registered');
    expect(box.network.counts().bindings).toBe(1);
  });

  test('[NET-02] a disconnect that was asked for is respected', async () => {
    const { ua } = await box.phone('alice');
    await Promise.all([ua.stop(), box.run(5000)]);
    await box.run(120_000);
    expect(box.network.counts().sockets).toBe(0);
    expect(ua.getSnapshot().status).toBe('stopped');
  });

  test('[UA-01] without a server start() says what to configure', async () => {
    await expect(new UA('bob@example.com').start()).rejects.toMatchObject({
      code: 'CONFIGURATION',
      parameter: 'wsServers',
    });
  });
});
