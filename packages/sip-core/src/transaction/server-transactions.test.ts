import { describe, expect, it } from 'vitest';
import { responseTo } from '../message/response-to.ts';
import { LayerFixture, peerRequest, serverNotes, type PeerRequest } from '../testing/layer-fixture.ts';
import type { ServerTransaction } from './server-transaction.ts';

const T64 = 32_000;

/** The network brings a request; the user gets it. */
function incoming(net: LayerFixture, method: string, options: PeerRequest = {}): ServerTransaction {
  net.receive(peerRequest(method, options));
  return net.requests.at(-1)!.transaction!;
}

function respond(transaction: ServerTransaction, statusCode: number, toTag = 'ours'): void {
  transaction.respond(responseTo(transaction.request, statusCode, { toTag }));
}

describe('[PRO-02] INVITE server transaction', () => {
  it('[PRO-02] sends 100 after 200 ms, once, unless the user was faster', async () => {
    const net = new LayerFixture();
    incoming(net, 'INVITE');
    await net.clock.run(199);
    expect(net.sent).toEqual([]);
    await net.clock.run(60_000);
    expect(net.times('SIP/2.0 100')).toEqual([200]);
    expect(net.lastSent()).toContain('To: <sip:alice@example.com>\r\n');
    const other = new LayerFixture();
    respond(incoming(other, 'INVITE'), 180);
    await other.clock.run(60_000);
    expect(other.times('SIP/2.0 100')).toEqual([]);
    expect(other.clock.pending).toBe(0);
  });

  it('[PRO-02] answers a repeated INVITE with the latest provisional response, and passes it up once', () => {
    const net = new LayerFixture(false);
    const invite = incoming(net, 'INVITE');
    net.receive(peerRequest('INVITE'));
    expect(net.sent).toEqual([]);
    respond(invite, 180);
    respond(invite, 183);
    net.receive(peerRequest('INVITE'));
    expect(net.sent.map(({ text }) => text.slice(8, 11))).toEqual(['180', '183', '183']);
    expect(net.requests).toHaveLength(1);
  });

  it('[PRO-02] on an unreliable transport repeats a refusal at G until the ACK, then absorbs ACKs until I', async () => {
    const net = new LayerFixture(false);
    const invite = incoming(net, 'INVITE');
    const told = serverNotes(invite);
    respond(invite, 486);
    await net.clock.run(12_000);
    expect(net.times('SIP/2.0 486')).toEqual([0, 500, 1500, 3500, 7500, 11_500]);
    net.receive(peerRequest('INVITE'));
    expect(net.times('SIP/2.0 486')).toHaveLength(7);
    net.receive(peerRequest('ACK', { toTag: 'ours' }));
    net.receive(peerRequest('ACK', { toTag: 'ours' }));
    expect(invite.state).toBe('confirmed');
    await net.clock.run(4999);
    expect(told).toEqual(['ack']);
    await net.clock.run(1);
    expect(told).toEqual(['ack', 'terminated']);
    expect(net.requests).toHaveLength(1);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] on a reliable transport sends a refusal once and is over with the ACK', async () => {
    const net = new LayerFixture();
    const invite = incoming(net, 'INVITE');
    const told = serverNotes(invite);
    respond(invite, 603);
    await net.clock.run(10_000);
    expect(net.times('SIP/2.0 603')).toEqual([0]);
    net.receive(peerRequest('ACK', { toTag: 'ours' }));
    expect(told).toEqual(['ack', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it.each([true, false])('[PRO-02] without an ACK gives up at H (reliable: %s)', async (reliable) => {
    const net = new LayerFixture(reliable);
    const invite = incoming(net, 'INVITE');
    const told = serverNotes(invite);
    respond(invite, 486);
    await net.clock.run(T64 - 1);
    expect(told).toEqual([]);
    await net.clock.run(1);
    expect(told).toEqual(['timeout', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] once accepted absorbs the INVITE for 64*T1, sends what the user repeats, and hands over the ACK', async () => {
    const net = new LayerFixture(false);
    const invite = incoming(net, 'INVITE');
    respond(invite, 200);
    respond(invite, 200);
    expect(net.layer.counts()).toEqual({ client: 0, server: 0, lingering: 1 });
    net.receive(peerRequest('INVITE'));
    expect(net.requests).toHaveLength(1);
    expect(net.times('SIP/2.0 200')).toHaveLength(2);
    net.receive(peerRequest('ACK', { toTag: 'ours', branch: 'z9hG4bKack' }));
    net.receive(peerRequest('ACK', { toTag: 'ours' }));
    expect(net.requests.slice(1).map(({ request, transaction }) => [request.method, transaction])).toEqual([
      ['ACK', undefined],
      ['ACK', undefined],
    ]);
    await net.clock.run(T64 - 1);
    expect(invite.state).toBe('accepted');
    net.receive(peerRequest('INVITE'));
    expect(net.requests).toHaveLength(3);
    await net.clock.run(1);
    expect(invite.state).toBe('terminated');
    respond(invite, 200);
    expect(net.times('SIP/2.0 200')).toHaveLength(2);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] tells the end of an accepted INVITE to who asks for it, once', async () => {
    const net = new LayerFixture();
    const invite = incoming(net, 'INVITE');
    const told = serverNotes(invite);
    respond(invite, 200);
    await net.clock.run(T64 * 2);
    expect(told).toEqual(['terminated']);
  });

  it('[PRO-02] drops every response after the final one', () => {
    const net = new LayerFixture();
    const refused = incoming(net, 'INVITE');
    for (const status of [486, 200, 180, 603]) respond(refused, status);
    const accepted = incoming(net, 'INVITE', { branch: 'z9hG4bKpeer2', callId: 'other' });
    for (const status of [200, 183, 500]) respond(accepted, status);
    expect(net.sent.map(({ text }) => text.slice(8, 11))).toEqual(['486', '200']);
  });

  it('[PRO-02] a response that cannot be sent is told and changes no state (RFC 6026 section 7.1)', async () => {
    const net = new LayerFixture();
    const invite = incoming(net, 'INVITE');
    const told = serverNotes(invite);
    net.up = false;
    respond(invite, 180);
    respond(invite, 200);
    expect(told).toEqual([]);
    await net.clock.run();
    expect(told).toEqual(['transport NOT_CONNECTED', 'transport NOT_CONNECTED']);
    expect(invite.state).toBe('accepted');
    net.layer.transportFailed();
    net.up = true;
    respond(invite, 200);
    expect(net.times('SIP/2.0 200')).toHaveLength(1);
  });

  it('[PRO-02] a response that cannot be written throws and leaves the transaction as it was', () => {
    const net = new LayerFixture();
    const invite = incoming(net, 'INVITE');
    expect(() =>
      invite.respond(responseTo(invite.request, 486, { toTag: 'ours', reasonPhrase: 'Busy\r\nX: y' })),
    ).toThrow(/reason/);
    respond(invite, 486);
    expect(net.times('SIP/2.0 486')).toHaveLength(1);
  });
});

describe('[PRO-02] non-INVITE server transaction', () => {
  it('[PRO-02] on an unreliable transport repeats its final response for a repeated request until J', async () => {
    const net = new LayerFixture(false);
    const bye = incoming(net, 'BYE', { toTag: 'ours' });
    const told = serverNotes(bye);
    net.receive(peerRequest('BYE', { toTag: 'ours' }));
    expect(net.sent).toEqual([]);
    respond(bye, 200);
    net.receive(peerRequest('BYE', { toTag: 'ours' }));
    respond(bye, 500);
    expect(net.sent.map(({ text }) => text.slice(8, 11))).toEqual(['200', '200']);
    await net.clock.run(T64 - 1);
    expect(told).toEqual([]);
    await net.clock.run(1);
    expect(told).toEqual(['terminated']);
    expect(net.requests).toHaveLength(1);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] on a reliable transport is over with its final response', async () => {
    const net = new LayerFixture();
    const info = incoming(net, 'INFO', { toTag: 'ours' });
    const told = serverNotes(info);
    respond(info, 200);
    expect(net.idle).toBe(true);
    await net.clock.run();
    expect(told).toEqual(['terminated']);
  });

  it('[PRO-02] sends 100 when the client has slowed down, and repeats it (RFC 4320 section 4.1)', async () => {
    for (const reliable of [true, false]) {
      const net = new LayerFixture(reliable);
      incoming(net, 'MESSAGE');
      await net.clock.run(5000);
      expect(net.times('SIP/2.0 100')).toEqual([3500]);
      net.receive(peerRequest('MESSAGE'));
      expect(net.times('SIP/2.0 100')).toEqual([3500, 5000]);
    }
  });

  it('[PRO-02] never sends another provisional response, 408, or, on an unreliable transport, an early 100', () => {
    for (const reliable of [true, false]) {
      const net = new LayerFixture(reliable);
      const message = incoming(net, 'MESSAGE');
      for (const status of [180, 183, 408]) respond(message, status);
      expect(net.sent).toEqual([]);
      respond(message, 100);
      expect(net.sent).toHaveLength(reliable ? 1 : 0);
      respond(message, 200);
      expect(net.times('SIP/2.0 200')).toHaveLength(1);
    }
  });

  it('[PRO-02] sends nothing once its sender has given up (RFC 4320 section 4.2)', async () => {
    const net = new LayerFixture();
    const message = incoming(net, 'MESSAGE');
    const told = serverNotes(message);
    await net.clock.run(T64);
    expect(told).toEqual(['timeout', 'terminated']);
    respond(message, 200);
    expect(net.times('SIP/2.0 200')).toEqual([]);
    expect(net.idle).toBe(true);
  });
});

describe('[PRO-02] CANCEL of the other side, RFC 3261 section 9.2', () => {
  it('[PRO-02] is answered 200 with the tag of the INVITE, then told; the user refuses with 487', () => {
    const net = new LayerFixture();
    const invite = incoming(net, 'INVITE');
    const told = serverNotes(invite);
    respond(invite, 180, 'mytag');
    net.receive(peerRequest('CANCEL'));
    expect(net.lastSent()).toMatch(/^SIP\/2\.0 200 OK[^]*;tag=mytag[^]*CSeq: 3 CANCEL/);
    expect(told).toEqual(['cancel']);
    expect(net.requests).toHaveLength(1);
    respond(invite, 487, 'mytag');
    net.receive(peerRequest('ACK', { toTag: 'mytag' }));
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] refuses with 487 itself, and the tag of the 200, when no user does', () => {
    const net = new LayerFixture();
    const invite = incoming(net, 'INVITE');
    net.receive(peerRequest('CANCEL'));
    expect(net.sent.map(({ text }) => text.slice(8, 11))).toEqual(['200', '487']);
    for (const { text } of net.sent) expect(text).toContain(`;tag=${invite.localTag}\r\n`);
  });

  it('[PRO-02] refuses with 487 when the user throws', () => {
    const net = new LayerFixture();
    const invite = incoming(net, 'INVITE');
    invite.user = {
      onCancel: () => {
        throw new Error('mine');
      },
    };
    net.receive(peerRequest('CANCEL'));
    expect(net.sent.map(({ text }) => text.slice(8, 11))).toEqual(['200', '487']);
  });

  it('[PRO-02] changes nothing after a final response', () => {
    const net = new LayerFixture();
    const refused = incoming(net, 'INVITE');
    const told = serverNotes(refused);
    respond(refused, 486);
    net.receive(peerRequest('CANCEL'));
    const accepted = incoming(net, 'INVITE', { branch: 'z9hG4bKpeer2', callId: 'other' });
    const alsoTold = serverNotes(accepted);
    respond(accepted, 200);
    net.receive(peerRequest('CANCEL', { branch: 'z9hG4bKpeer2', callId: 'other' }));
    expect(net.sent.map(({ text }) => text.slice(8, 11))).toEqual(['486', '200', '200', '200']);
    expect([told, alsoTold]).toEqual([[], []]);
  });

  it('[PRO-02] is answered 481 when there is nothing to cancel, and again when it comes again', () => {
    const net = new LayerFixture(false);
    net.receive(peerRequest('CANCEL'));
    net.receive(peerRequest('CANCEL'));
    expect(net.times('SIP/2.0 481')).toHaveLength(2);
    expect(new Set(net.sent.map(({ text }) => text)).size).toBe(1);
  });
});

describe('[PRO-02] who handles a request', () => {
  it('[PRO-02] a user that throws has its request answered 500, so that nobody waits', () => {
    const net = new LayerFixture();
    net.layer.onRequest = () => {
      throw new Error('mine');
    };
    net.receive(peerRequest('INVITE'));
    net.receive(peerRequest('MESSAGE', { branch: 'z9hG4bKpeer2', callId: 'other' }));
    expect(net.times('SIP/2.0 500')).toHaveLength(2);
  });

  it('[PRO-02] close() forgets every transaction and leaves no timer', () => {
    const net = new LayerFixture(false);
    respond(incoming(net, 'INVITE'), 200);
    incoming(net, 'INVITE', { branch: 'z9hG4bKpeer2', callId: 'two' });
    respond(incoming(net, 'INVITE', { branch: 'z9hG4bKpeer3', callId: 'three' }), 486);
    incoming(net, 'MESSAGE', { branch: 'z9hG4bKpeer4', callId: 'four' });
    net.layer.close();
    expect(net.idle).toBe(true);
    net.receive(peerRequest('INVITE', { branch: 'z9hG4bKpeer5', callId: 'five' }));
    expect(net.idle).toBe(true);
  });
});
