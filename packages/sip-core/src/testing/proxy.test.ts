import { describe, expect, it } from 'vitest';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import type { FakeNetworkOptions } from './network-options.ts';
import { fakeAnswer, fakeOffer } from './fake-sdp.ts';
import type { ScriptedClient } from './scripted-client.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

function network(options: FakeNetworkOptions = {}): FakeNetwork {
  return createFakeNetwork({ clock: new VirtualClock(), random: seededRandom('proxy'), latency: 10, ...options });
}

async function registered(net: FakeNetwork, user: string): Promise<ScriptedClient> {
  const client = await net.scriptedClient(user);
  expect((await client.register()).statusCode).toBe(200);
  return client;
}

describe('Proxy', () => {
  it('[APP-05] carries a call from end to end over the recorded route, both ways', async () => {
    const net = network();
    const alice = await registered(net, 'alice');
    const bob = await registered(net, 'bob');
    alice.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
    await alice.expectResponse(100);
    const invite = await bob.expect('INVITE');
    expect(invite.requestUri.toString()).toBe(bob.contact);
    expect(invite.maxForwards).toBe(69);
    expect(invite.vias).toHaveLength(2);
    expect(invite.vias[1]?.received).toMatch(/^192\.0\.2\./);
    bob.respond(invite, 180);
    await alice.expectResponse(180);
    bob.respond(invite, 200, { body: fakeAnswer(invite.body) });
    const ok = await alice.expectResponse(200);
    expect(ok.recordRoutes.map(String)).toEqual(['<sip:proxy.example.com;transport=ws;lr>']);
    expect(ok.vias).toHaveLength(1);
    alice.ack(ok);
    const ack = await bob.expect('ACK');
    expect(ack.routes).toEqual([]);
    expect(net.counts().dialogs).toBe(1);

    const far = bob.dialog(invite);
    far.send('INFO', { body: 'hello', contentType: 'text/plain' });
    const info = await alice.expect('INFO');
    expect(info.body).toBe('hello');
    alice.respond(info, 200);
    await bob.expectResponse(200, 'INFO');

    alice.dialog(ok).send('BYE');
    bob.respond(await bob.expect('BYE'), 200);
    await alice.expectResponse(200, 'BYE');
    await net.run(32_000);
    expect(net.counts()).toEqual({ sockets: 2, bindings: 2, transactions: 0, dialogs: 0, robotCalls: 0 });
  });

  it('[APP-05] rings every contact and cancels the others when one answers', async () => {
    const net = network();
    const alice = net.scriptedPeer('ext-a');
    const desk = await registered(net, 'bob');
    const mobile = await registered(net, 'bob');
    alice.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
    const first = await desk.expect('INVITE');
    const second = await mobile.expect('INVITE');
    desk.respond(first, 180);
    mobile.respond(second, 183);
    await alice.expectResponse(180);
    await alice.expectResponse(183);
    mobile.respond(second, 200, { body: fakeAnswer(second.body) });
    alice.ack(await alice.expectResponse(200));
    await mobile.expect('ACK');
    const cancel = await desk.expect('CANCEL');
    expect(cancel.header('Reason')).toBe('SIP ;cause=200 ;text="Call completed elsewhere"');
    expect(cancel.via.branch).toBe(first.via.branch);
    desk.respond(cancel, 200);
    desk.respond(first, 487);
    await desk.expect('ACK');
    await alice.expectNothing(1000, '4xx');
  });

  it('[APP-05] passes on every 2xx of a fork, and repeated ones', async () => {
    const net = network();
    const alice = net.scriptedPeer('ext-a');
    const desk = await registered(net, 'bob');
    const mobile = await registered(net, 'bob');
    alice.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
    const first = await desk.expect('INVITE');
    const second = await mobile.expect('INVITE');
    desk.respond(first, 200, { body: fakeAnswer(first.body) });
    const repeated = mobile.respond(second, 200, { body: fakeAnswer(second.body) });
    const [one, other] = [await alice.expectResponse(200), await alice.expectResponse(200)];
    expect(one.toTag).not.toBe(other.toTag);
    mobile.send(repeated);
    expect((await alice.expectResponse(200)).toTag).toBe(other.toTag);
  });

  it('[APP-05] chooses the best refusal: 6xx first, then the lowest class, challenges gathered', async () => {
    const net = network();
    const alice = net.scriptedPeer('ext-a');
    const desk = await registered(net, 'bob');
    const mobile = await registered(net, 'bob');
    const ask = async (one: number, other: number): Promise<number> => {
      const invite = alice.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
      desk.respond(await desk.expect('INVITE'), one);
      mobile.respond(await mobile.expect('INVITE'), other);
      const response = await alice.expectResponse('*', invite);
      alice.ack(response);
      await desk.expect('ACK');
      await mobile.expect('ACK');
      return response.statusCode;
    };
    expect(await ask(486, 603)).toBe(603);
    expect(await ask(503, 486)).toBe(486);
    expect(await ask(503, 503)).toBe(500);
    expect(await ask(404, 415)).toBe(415);
    expect(await ask(302, 486)).toBe(302);
    await net.run(10);
    expect(net.counts().transactions).toBe(0);
  });

  it('[APP-05] asks for the others to be cancelled on 6xx and waits for them', async () => {
    const net = network();
    const alice = net.scriptedPeer('ext-a');
    const desk = await registered(net, 'bob');
    const mobile = await registered(net, 'bob');
    alice.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
    const first = await desk.expect('INVITE');
    desk.respond(first, 180);
    mobile.respond(await mobile.expect('INVITE'), 603);
    desk.respond(await desk.expect('CANCEL'), 200);
    await alice.expectNothing(100, '6xx');
    desk.respond(first, 487);
    await alice.expectResponse(603);
  });

  it('[APP-05] answers CANCEL itself and passes it on hop by hop, after a first provisional response', async () => {
    const net = network();
    const alice = await registered(net, 'alice');
    const bob = await registered(net, 'bob');
    const sent = alice.request('INVITE', 'sip:bob@example.com', { body: fakeOffer() });
    const invite = await bob.expect('INVITE');
    alice.cancel(sent);
    await alice.expectResponse(200, 'CANCEL');
    await bob.expectNothing(500, 'CANCEL');
    bob.respond(invite, 180);
    const cancel = await bob.expect('CANCEL');
    bob.respond(cancel, 200);
    bob.respond(invite, 487);
    alice.ack(await alice.expectResponse(487));
    await bob.expect('ACK');
    await net.run(100);
    expect(net.counts().transactions).toBe(0);
    alice.cancel(sent);
    await alice.expectResponse(481, 'CANCEL');
  });

  it('[APP-05] gives up on a far end that says nothing, and cancels one that rings too long', async () => {
    const net = network();
    const alice = net.scriptedPeer('ext-a');
    const bob = await registered(net, 'bob');
    alice.request('INVITE', 'sip:bob@example.com');
    await bob.expect('INVITE');
    alice.ack(await alice.expectResponse(408));
    alice.request('INVITE', 'sip:bob@example.com');
    const invite = await bob.expect('INVITE');
    bob.respond(invite, 180);
    const cancel = await bob.expect('CANCEL', { timeout: 200_000 });
    bob.respond(cancel, 200);
    bob.respond(invite, 487);
    alice.ack(await alice.expectResponse(487));
    // RFC 4320: nothing is said about anything else that nobody answered.
    alice.request('MESSAGE', 'sip:bob@example.com', { body: 'hi', contentType: 'text/plain' });
    await bob.expect('MESSAGE');
    alice.flush();
    await alice.expectNothing(40_000);
    expect(net.counts().transactions).toBe(0);
  });

  it('[APP-05] refuses what leads nowhere', async () => {
    const net = network();
    const alice = await registered(net, 'alice');
    const ask = async (target: string, options: Parameters<ScriptedClient['build']>[2] = {}): Promise<number> => {
      const request = alice.build('OPTIONS', target, options);
      return (await alice.expectResponse('*', alice.send(request))).statusCode;
    };
    expect(await ask('sip:nobody@example.com')).toBe(404);
    expect(await ask('sip:bob@example.com')).toBe(480);
    expect(await ask('sip:bob@elsewhere.example.org')).toBe(404);
    expect(await ask('tel:+15551234')).toBe(416);
    expect(await ask('sip:602@example.com', { headers: ['Proxy-Require: magic'] })).toBe(420);
    expect(await ask('sip:example.com')).toBe(200);
    const tired = alice.build('OPTIONS', 'sip:602@example.com');
    tired.set('Max-Forwards', '0');
    expect((await alice.expectResponse('*', alice.send(tired))).statusCode).toBe(483);
  });

  it('[APP-05] relays nothing within a dialog that left the recorded route out', async () => {
    const net = network();
    const alice = await registered(net, 'alice');
    const dave = net.scriptedPeer('dave');
    alice.request('INVITE', 'sip:dave@example.com', { body: fakeOffer() });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    const ok = await alice.expectResponse(200);
    const dialog = alice.dialog(ok);
    dialog.routes = [];
    dialog.ack(ok);
    dialog.send('BYE');
    await alice.expectResponse(403, 'BYE');
    await dave.expectNothing(100);
  });

  it('[APP-05] can challenge calls, demand registration, and assert identities', async () => {
    const net = network({ proxy: { challenge: true, requireRegistration: true, assertIdentity: true } });
    const alice = await net.scriptedClient('alice');
    const dave = net.scriptedPeer('dave');
    alice.ack(await alice.expectResponse(403, alice.request('INVITE', 'sip:dave@example.com')));
    await alice.register();
    const challenge = await alice.expectResponse(407, alice.request('INVITE', 'sip:dave@example.com'));
    alice.ack(challenge);
    const again = alice.build('INVITE', 'sip:dave@example.com', {
      headers: ['P-Asserted-Identity: <sip:queen@example.com>'],
    });
    alice.send(alice.authorized(challenge, again));
    const invite = await dave.expect('INVITE');
    expect(invite.has('Proxy-Authorization')).toBe(false);
    expect(invite.headers('P-Asserted-Identity')).toEqual(['"Alice" <sip:alice@example.com>']);
  });

  it('[APP-05] absorbs repeated requests and repeated refusals', async () => {
    const net = network();
    const alice = net.scriptedPeer('ext-a');
    const dave = net.scriptedPeer('dave');
    const sent = alice.request('INVITE', 'sip:dave@example.com');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await alice.expectResponse(180);
    alice.send(sent);
    await alice.expectResponse(180);
    await dave.expectNothing(100, 'INVITE');
    const refusal = dave.respond(invite, 486);
    await dave.expect('ACK');
    dave.send(refusal);
    await dave.expect('ACK');
    await alice.expectResponse(486);
    await alice.expectNothing(100, '486');
  });

  it('[APP-05] finds a contact on its new connection after a reconnection', async () => {
    const net = network();
    const alice = await registered(net, 'alice');
    const dave = net.scriptedPeer('dave');
    alice.request('INVITE', 'sip:dave@example.com', { body: fakeOffer() });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    alice.ack(await alice.expectResponse(200));
    await dave.expect('ACK');
    net.closeSockets({ clean: false });
    await net.run(50);
    dave.dialog(invite).send('OPTIONS');
    await dave.expectResponse(480, 'OPTIONS');
    const again = await net.scriptedClient('alice');
    await again.register({ contact: `<${alice.contact}>` });
    dave.dialog(invite).send('BYE');
    await again.expect('BYE');
  });
});
