import { describe, expect, it } from 'vitest';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import type { FakeNetworkOptions } from './network-options.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

function network(options: FakeNetworkOptions = {}): FakeNetwork {
  return createFakeNetwork({ clock: new VirtualClock(), random: seededRandom('registrar'), ...options });
}

describe('Registrar', () => {
  it('[APP-05] challenges, then binds the contact to its connection', async () => {
    const net = network();
    const alice = await net.scriptedClient('alice');
    const challenge = await alice.expectResponse(401, alice.send(alice.buildRegister()));
    expect(challenge.headers('WWW-Authenticate')).toHaveLength(2);
    const ok = await alice.register();
    expect(ok.statusCode).toBe(200);
    expect(ok.contacts.map((contact) => [contact.uri.toString(), contact.params.get('expires')])).toEqual([
      [alice.contact, '600'],
    ]);
    expect(net.counts()).toMatchObject({ sockets: 1, bindings: 1, transactions: 0 });
    expect((await alice.register({ expires: 0 })).contacts).toEqual([]);
    expect(net.counts().bindings).toBe(0);
  });

  for (const algorithm of ['MD5', 'SHA-256', 'SHA-512-256', 'MD5-sess', 'SHA-256-sess', 'SHA-512-256-sess'] as const) {
    it(`[APP-05] checks digests of ${algorithm}`, async () => {
      const net = network({ digest: { algorithms: [algorithm] } });
      const alice = await net.scriptedClient('alice');
      expect((await alice.register()).statusCode).toBe(200);
      const mallory = await net.scriptedClient('alice', 'guess');
      expect((await mallory.register()).statusCode).toBe(401);
    });
  }

  it('[APP-05] checks digests without qop and with auth-int', async () => {
    for (const qop of [[], ['auth-int']] as const) {
      const alice = await network({ digest: { qop } }).scriptedClient('alice');
      expect((await alice.register()).statusCode).toBe(200);
    }
  });

  it('[APP-05] takes no credentials that were made for another request, nor of an algorithm it did not offer', async () => {
    const net = network({ digest: { algorithms: ['SHA-256'] } });
    const alice = await net.scriptedClient('alice');
    const challenge = await alice.expectResponse(401, alice.send(alice.buildRegister()));
    const stolen = alice.authorized(challenge, alice.build('REGISTER', 'sip:other.example.com')).first('Authorization');
    const first = alice.buildRegister({ headers: [`Authorization: ${stolen ?? ''}`] });
    expect((await alice.expectResponse('*', alice.send(first))).statusCode).toBe(401);
    net.digest.options = { algorithms: ['MD5'] };
    const second = alice.authorized(challenge, alice.buildRegister());
    expect((await alice.expectResponse('*', alice.send(second))).statusCode).toBe(401);
  });

  it('[APP-05] offers every algorithm in the order configured and takes any of them', async () => {
    const net = network({ digest: { algorithms: ['SHA-512-256', 'SHA-256', 'MD5'] } });
    const alice = await net.scriptedClient('alice');
    const challenge = await alice.expectResponse(401, alice.send(alice.buildRegister()));
    const algorithms = challenge.headers('WWW-Authenticate').map((value) => /algorithm=([\w-]+)/.exec(value)?.[1]);
    expect(algorithms).toEqual(['SHA-512-256', 'SHA-256', 'MD5']);
    expect((await alice.register({ algorithm: 'MD5' })).statusCode).toBe(200);
  });

  it('[APP-05] says stale when only the nonce is too old, and takes no nonce count twice', async () => {
    const net = network({ digest: { nonceLifetime: 30 } });
    const alice = await net.scriptedClient('alice');
    const challenge = await alice.expectResponse(401, alice.send(alice.buildRegister()));
    const good = alice.authorized(challenge, alice.buildRegister());
    const header = `Authorization: ${good.first('Authorization') ?? ''}`;
    expect((await alice.expectResponse('*', alice.send(good))).statusCode).toBe(200);
    const replayed = await alice.expectResponse('*', alice.send(alice.buildRegister({ headers: [header] })));
    expect(replayed.header('WWW-Authenticate')).toContain('stale=true');
    await net.run(31_000);
    const late = await alice.expectResponse('*', alice.send(alice.authorized(challenge, alice.buildRegister())));
    expect(late.header('WWW-Authenticate')).toContain('stale=true');
  });

  it('[APP-05] refuses unknown users, other people, short times and misused wildcards', async () => {
    const net = network({ registrar: { minExpires: 120 } });
    const zed = await net.scriptedClient('zed', 'x');
    expect((await zed.register()).statusCode).toBe(404);
    const alice = await net.scriptedClient('alice');
    const brief = await alice.register({ expires: 30 });
    expect([brief.statusCode, brief.minExpires]).toEqual([423, 120]);
    expect((await alice.register({ contact: '*', expires: 60 })).statusCode).toBe(400);
    const forBob = alice.buildRegister();
    forBob.set('To', '<sip:bob@example.com>');
    const challenge = await alice.expectResponse(401, alice.send(forBob));
    const again = alice.authorized(challenge, alice.buildRegister());
    again.set('To', '<sip:bob@example.com>');
    expect((await alice.expectResponse('*', alice.send(again))).statusCode).toBe(403);
    expect(net.registrar.contacts('bob')).toEqual([]);
  });

  it('[APP-05] answers a wrong password with 403 when told to', async () => {
    const alice = await network({ registrar: { wrongPassword: 403 } }).scriptedClient('alice', 'nope');
    expect((await alice.register()).statusCode).toBe(403);
  });

  it('[APP-05] keeps several contacts, lets each expire in its time, and removes all for *', async () => {
    const net = network();
    const desk = await net.scriptedClient('alice');
    const mobile = await net.scriptedClient('alice');
    await desk.register({ expires: 100 });
    expect((await mobile.register({ expires: 300 })).contacts).toHaveLength(2);
    await net.run(150_000);
    expect(net.registrar.contacts('alice')).toEqual([mobile.contact]);
    await desk.register();
    expect((await desk.register({ contact: '*', expires: 0 })).contacts).toEqual([]);
    expect(net.counts().bindings).toBe(0);
  });

  it('[APP-05] forgets the contacts of a connection that ends', async () => {
    const net = network();
    const alice = await net.scriptedClient('alice');
    await alice.register();
    alice.disconnect();
    await net.run(10);
    expect(net.counts()).toMatchObject({ sockets: 0, bindings: 0 });
  });

  it('[APP-05] refuses a REGISTER that comes out of order', async () => {
    const alice = await network().scriptedClient('alice');
    await alice.register();
    const old = await alice.register({ headers: [] });
    expect(old.statusCode).toBe(200);
    const challenge = await alice.expectResponse(401, alice.send(alice.buildRegister()));
    const late = alice.authorized(challenge, alice.buildRegister());
    late.set('CSeq', '1 REGISTER');
    expect((await alice.expectResponse('*', alice.send(late))).statusCode).toBe(500);
  });

  it('[APP-05] gives Service-Route, Path, a public GRUU and outbound where they are asked for', async () => {
    const net = network({
      registrar: { serviceRoutes: ['<sip:proxy.example.com;transport=ws;lr>'], gruu: true, outbound: true },
    });
    const alice = await net.scriptedClient('alice');
    const uuid = 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
    const ok = await alice.register({
      contact: `<${alice.contact}>;reg-id=1;+sip.instance="<${uuid}>"`,
      headers: ['Supported: gruu, outbound, path', 'Path: <sip:edge.example.com;lr>'],
    });
    expect(ok.header('Service-Route')).toBe('<sip:proxy.example.com;transport=ws;lr>');
    expect(ok.header('Path')).toBe('<sip:edge.example.com;lr>');
    expect(ok.header('Require')).toBe('outbound');
    expect(ok.contacts[0]?.params.get('pub-gruu')).toBe(`sip:alice@example.com;gr=${uuid}`);
    expect(ok.contacts[0]?.params.get('+sip.instance')).toBe(`<${uuid}>`);
  });

  it('[APP-05] says what a test puts into its mouth', async () => {
    const net = network();
    const alice = await net.scriptedClient('alice');
    net.registrar.answerNext(503, { headers: ['Retry-After: 7'] });
    const busy = await alice.register();
    expect([busy.statusCode, busy.retryAfter?.seconds]).toEqual([503, 7]);
    net.registrar.answerNext('silence');
    alice.send(alice.buildRegister());
    await alice.expectNothing(1000);
    net.onRequest = (request) => (request.method === 'REGISTER' ? { statusCode: 599, reason: 'Odd' } : undefined);
    expect((await alice.register()).reasonPhrase).toBe('Odd');
    net.onRequest = undefined;
    expect((await alice.register()).statusCode).toBe(200);
  });

  it('[APP-05] answers what is malformed with 400, and double line breaks with one', async () => {
    const net = network();
    const alice = await net.scriptedClient('alice');
    const bad = alice.buildRegister();
    bad.set('Max-Forwards', 'many');
    alice.send(bad);
    expect((await alice.expectResponse('4xx')).statusCode).toBe(400);
    alice.send('nonsense');
    alice.send('\r\n\r\n');
    await net.run(10);
    expect(alice.received.map((entry) => entry.text).slice(-1)).toEqual(['\r\n']);
  });

  it('[APP-05] keeps secrets out of the trace', async () => {
    const net = network();
    const alice = await net.scriptedClient('alice');
    await alice.register();
    const register = net.trace.find('REGISTER')[1];
    expect(register?.text).toContain('response="***"');
    expect(register?.text).toContain('username="alice"');
    expect(net.trace.find('401')[0]?.text).toContain('nonce="***"');
    expect(net.trace.ladder()).toContain('alice#');
  });
});
