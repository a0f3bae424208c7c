import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer } from '../testing/fake-sdp.ts';
import { PhoneBox } from '../testing/phones.ts';
import { Registerer } from './registerer.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;

beforeEach(() => {
  box = new PhoneBox();
});

afterEach(async () => {
  box.network.onRequest = undefined;
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

/** A registerer of its own on a phone that is connected. */
async function registererOf(user: string): Promise<Registerer> {
  const { ua } = box.make(user, { configuration: { register: false } });
  void ua.start();
  await box.until(() => ua.isConnected());
  return new Registerer(ua.userAgent, { expires: 120 });
}

describe('a registerer that is let go', () => {
  test('[UA-04] removes its binding first, and can do nothing any more', async () => {
    const registerer = await registererOf('alice');
    const states: string[] = [];
    registerer.stateChange.addListener((state) => states.push(state));
    await Promise.all([registerer.register(), box.run(100)]);
    expect(box.network.counts().bindings).toBe(1);
    await Promise.all([registerer.dispose(), box.run(100)]);
    expect(box.network.counts().bindings).toBe(0);
    expect(states).toEqual(['Registered', 'Unregistered', 'Terminated']);
    await expect(registerer.register()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await expect(registerer.unregister()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    await registerer.dispose();
    expect(states).toHaveLength(3);
  });

  test('[UA-04] ends all the same when the registrar refuses to remove the binding', async () => {
    const registerer = await registererOf('alice');
    await Promise.all([registerer.register(), box.run(100)]);
    box.network.answerNext('REGISTER', 500);
    await Promise.all([registerer.dispose(), box.run(100)]);
    expect(registerer.state).toBe('Terminated');
    box.network.trace.clear();
    await box.run(200_000);
    expect(box.network.trace.find('REGISTER')).toEqual([]);
  });

  test('[UA-04] says nothing to the registrar when it was not registered, and drops a try that was due', async () => {
    const registerer = await registererOf('alice');
    box.network.answerNext('REGISTER', 503, { headers: ['Retry-After: 30'] });
    await Promise.all([registerer.register().catch(() => undefined), box.run(100)]);
    expect(registerer.getSnapshot().retryAt).not.toBeNull();
    box.network.trace.clear();
    await registerer.dispose();
    await box.run(60_000);
    expect(box.network.trace.find('REGISTER')).toEqual([]);
  });

  test('[UA-04] without a listener that was removed', async () => {
    const registerer = await registererOf('alice');
    const states: string[] = [];
    const listener = (state: string): void => void states.push(state);
    registerer.stateChange.addListener(listener);
    registerer.stateChange.removeListener(listener);
    await Promise.all([registerer.register(), box.run(100)]);
    await Promise.all([registerer.dispose(), box.run(100)]);
    expect(states).toEqual([]);
  });
});

describe('what a registrar grants beyond the binding', () => {
  test('[PRO-05] a public GRUU becomes our Contact in calls, until we unregister (RFC 5627 section 4.4)', async () => {
    const gruu = 'sip:alice@example.com;gr=urn:uuid:x';
    box.network.onRequest = (request) => {
      if (request.method !== 'REGISTER' || request.contactIsWildcard) return undefined;
      const contact = `${request.contacts[0]?.toString() ?? ''};pub-gruu="${gruu}"`;
      return { statusCode: 200, headers: [`Contact: ${contact}`] };
    };
    const { ua } = await box.phone('alice');
    const dave = box.network.scriptedPeer('dave');
    const call = ua.invite('dave');
    const invite = await dave.expect('INVITE');
    expect(invite.contacts[0]?.uri.toString()).toBe(gruu);
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    void call.terminate();
    dave.respond(await dave.expect('BYE'), 200);
    void ua.unregister();
    await box.until(() => !ua.isRegistered());
    expect(ua.userAgent.core.identity.publicGruu).toBeUndefined();
  });

  test('[PRO-05] Service-Route: what is no address is left out, the rest is kept in its order (RFC 3608)', async () => {
    box.network.answerNext('REGISTER', 200, {
      headers: ['Service-Route: <sip:a.example.com;lr>, <nonsense, <sip:b.example.com;lr>', 'Service-Route: nonsense'],
    });
    const { ua } = await box.phone('alice');
    expect(ua.userAgent.core.serviceRoutes.map((route) => route.uri.host)).not.toContain('nonsense');
    expect(ua.userAgent.core.serviceRoutes[0]?.uri.host).toBe('a.example.com');
  });
});

describe('a 423 that cannot be followed (RFC 3261 section 10.2.8)', () => {
  test.each([
    ['without Min-Expires', []],
    ['with one that we asked for already', ['Min-Expires: 600']],
    ['with one that is lower', ['Min-Expires: 60']],
    ['with more than a week', ['Min-Expires: 604801']],
    ['with no number', ['Min-Expires: soon']],
  ])('[PRO-05] %s fails after one REGISTER', async (_, headers) => {
    let count = 0;
    box.network.onRequest = (request) => {
      if (request.method !== 'REGISTER') return undefined;
      count += 1;
      return { statusCode: 423, headers };
    };
    const { ua } = box.make('alice');
    void ua.start();
    await box.until(() => ua.getSnapshot().registration.status === 'failed');
    expect(ua.getSnapshot().registration.error).toMatchObject({ code: 'RESPONSE', statusCode: 423 });
    expect(count).toBe(1);
    expect(ua.registerer.expires).toBe(600);
  });
});

describe('calls to register with options', () => {
  test('[UA-04] tell what came back, and carry their header fields', async () => {
    const registerer = await registererOf('alice');
    const told: string[] = [];
    const requestDelegate = {
      onAccept: ({ statusCode }: { readonly statusCode: number }) => told.push(`accepted ${statusCode}`),
      onReject: ({ statusCode }: { readonly statusCode: number }) => told.push(`rejected ${statusCode}`),
    };
    const requestOptions = { extraHeaders: ['X-B: 2'] };
    await Promise.all([
      registerer.register({ requestDelegate, requestOptions, extraHeaders: ['X-A: 1'] }),
      box.run(100),
    ]);
    const [sent] = box.network.trace.find('REGISTER');
    expect(sent?.text).toMatch(/X-A: 1\r\nX-B: 2/);
    box.network.answerNext('REGISTER', 403);
    await Promise.all([registerer.unregister({ requestDelegate }).catch(() => undefined), box.run(100)]);
    await Promise.all([registerer.unregister({ requestDelegate }), box.run(100)]);
    expect(told).toEqual(['accepted 200', 'rejected 403', 'accepted 200']);
    await registerer.dispose();
  });

  test('[UA-04] that throw for bad header fields send nothing and leave the state as it was', async () => {
    const registerer = await registererOf('alice');
    box.network.trace.clear();
    await expect(registerer.register({ extraHeaders: ['X-A: 1\r\nEvil: 1'] })).rejects.toMatchObject({
      code: 'INVALID_VALUE',
    });
    expect(box.network.trace.find('REGISTER')).toEqual([]);
    expect(registerer.state).not.toBe('Registered');
    await registerer.dispose();
  });
});
