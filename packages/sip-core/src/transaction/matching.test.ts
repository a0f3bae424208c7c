import { describe, expect, it } from 'vitest';
import { responseTo } from '../message/response-to.ts';
import { ClientNotes, LayerFixture, newRequest, peerRequest } from '../testing/layer-fixture.ts';

const statuses = (net: LayerFixture): string[] => net.sent.map(({ text }) => text.slice(8, 11));

describe('[PRO-02] matching requests, RFC 3261 section 17.2.3', () => {
  it('[PRO-02] tells apart by branch, sent-by and method', () => {
    const net = new LayerFixture();
    const seen: [string, string][] = [];
    for (const [method, via, branch] of [
      ['INVITE', 'SIP/2.0/WSS one.example.com', 'z9hG4bKa'],
      ['INVITE', 'SIP/2.0/WSS two.example.com', 'z9hG4bKa'],
      ['INVITE', 'SIP/2.0/WSS one.example.com:5062', 'z9hG4bKa'],
      ['INVITE', 'SIP/2.0/WSS one.example.com', 'z9hG4bKA'],
      ['MESSAGE', 'SIP/2.0/WSS one.example.com', 'z9hG4bKa'],
      ['INVITE', 'SIP/2.0/WSS ONE.example.com', 'z9hG4bKa'],
    ] as const) {
      const before = net.requests.length;
      net.receive(peerRequest(method, { via, branch, callId: `call${seen.length}` }));
      seen.push([method, net.requests.length > before ? 'new' : 'again']);
    }
    expect(seen.map(([, what]) => what)).toEqual(['new', 'new', 'new', 'new', 'new', 'again']);
  });

  it('[PRO-02] an ACK finds the INVITE it refuses to speak to, whatever its own method', () => {
    const net = new LayerFixture();
    net.receive(peerRequest('INVITE'));
    net.receive(peerRequest('ACK'));
    expect(net.requests).toHaveLength(1);
    expect(net.requests[0]!.transaction!.state).toBe('proceeding');
  });

  it.each(['', '1', 'Z9HG4BK1', 'constructor', '__proto__'])(
    '[PRO-02] without the cookie ("%s") goes by Request-URI, tags, Call-ID, number and Via',
    (branch) => {
      const net = new LayerFixture(false);
      net.receive(peerRequest('INVITE', { branch }));
      net.receive(peerRequest('INVITE', { branch }));
      expect(net.requests).toHaveLength(1);
      net.receive(peerRequest('INVITE', { branch, cseq: 4 }));
      net.receive(peerRequest('INVITE', { branch, callId: 'another' }));
      net.receive(peerRequest('INVITE', { branch, fromTag: 'else' }));
      net.receive(peerRequest('INVITE', { branch, via: 'SIP/2.0/UDP elsewhere', callId: 'x' }));
      expect(net.requests).toHaveLength(5);
      const first = net.requests[0]!.transaction!;
      first.respond(responseTo(first.request, 486, { toTag: 'ours' }));
      // With another tag it acknowledges somebody else's response.
      net.receive(peerRequest('ACK', { branch, toTag: 'theirs' }));
      expect(first.state).toBe('completed');
      net.receive(peerRequest('ACK', { branch, toTag: 'ours' }));
      expect(first.state).toBe('confirmed');
      net.receive(peerRequest('CANCEL', { branch, callId: 'another' }));
      expect(net.lastSent('SIP/2.0 487')).toContain('Call-ID: another');
    },
  );

  it('[PRO-02] the same request on another path is answered 482 (RFC 3261 section 8.2.2.2)', () => {
    for (const method of ['INVITE', 'MESSAGE']) {
      const net = new LayerFixture();
      net.receive(peerRequest(method, { branch: 'z9hG4bKone' }));
      net.receive(peerRequest(method, { branch: 'z9hG4bKtwo' }));
      expect(net.requests).toHaveLength(1);
      expect(statuses(net)).toEqual(['482']);
    }
  });

  it('[PRO-02] is no merged request in a dialog, with another number or tag, or once the first is over', () => {
    const net = new LayerFixture();
    net.receive(peerRequest('MESSAGE', { branch: 'z9hG4bK1' }));
    net.receive(peerRequest('MESSAGE', { branch: 'z9hG4bK2', toTag: 'ours' }));
    net.receive(peerRequest('MESSAGE', { branch: 'z9hG4bK3', cseq: 4 }));
    net.receive(peerRequest('MESSAGE', { branch: 'z9hG4bK4', fromTag: 'other' }));
    net.receive(peerRequest('OPTIONS', { branch: 'z9hG4bK5' }));
    expect(net.requests).toHaveLength(5);
    const first = net.requests[0]!.transaction!;
    first.respond(responseTo(first.request, 200, { toTag: 'ours' }));
    net.receive(peerRequest('MESSAGE', { branch: 'z9hG4bK6' }));
    expect(net.requests).toHaveLength(6);
    expect(statuses(net)).toEqual(['200']);
  });

  it('[PRO-02] a merged INVITE is found out for 64*T1 after the first was accepted', async () => {
    const net = new LayerFixture();
    net.receive(peerRequest('INVITE', { branch: 'z9hG4bKone' }));
    const first = net.requests[0]!.transaction!;
    first.respond(responseTo(first.request, 200, { toTag: 'ours' }));
    await net.clock.run(31_999);
    net.receive(peerRequest('INVITE', { branch: 'z9hG4bKtwo' }));
    expect(statuses(net)).toEqual(['200', '482']);
    await net.clock.run(1);
    net.receive(peerRequest('INVITE', { branch: 'z9hG4bKthree' }));
    expect(net.requests).toHaveLength(2);
  });

  it('[PRO-02] a call to oneself is no merged request', () => {
    const net = new LayerFixture();
    net.layer.request(newRequest('INVITE'), new ClientNotes());
    net.receive(net.lastSent('INVITE').replace('Via: ', 'Via: SIP/2.0/WSS proxy.example.com;branch=z9hG4bKproxy, '));
    expect(net.requests).toHaveLength(1);
    expect(statuses(net)).not.toContain('482');
  });
});

describe('[PRO-02] matching responses, RFC 3261 sections 17.1.3, 18.1.2 and 8.1.3.3', () => {
  it('[PRO-02] ignores what only looks like the answer', () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    net.layer.request(newRequest('INVITE'), notes);
    const invite = net.lastSent();
    const good = new LayerFixture().answer(invite, 200);
    for (const [what, by] of [
      [/branch=\w+/, 'branch=z9hG4bKnobodys'],
      [/branch=\w+/, 'branch=constructor'],
      [/branch=\w+/, 'branch=__proto__'],
      [/;branch=\w+/, ''],
      ['Client.invalid', 'other.invalid'],
      ['CSeq: 7 INVITE', 'CSeq: 8 INVITE'],
      ['CSeq: 7 INVITE', 'CSeq: 7 BYE'],
      ['CSeq: 7 INVITE', 'CSeq: 7 CANCEL'],
      ['CSeq: 7 INVITE', 'CSeq: 7 invite'],
      ['Call-ID: call-1', 'Call-ID: call-2'],
      ['Call-ID: call-1', 'Call-ID: CALL-1'],
      [';tag=ours', ';tag=yours'],
      [';tag=ours', ''],
      ['Via: ', 'Via: SIP/2.0/WSS Client.invalid;branch=z9hG4bKfirst\r\nVia: '],
      [/(Via: .*)/, '$1, SIP/2.0/WSS elsewhere.example.com;branch=z9hG4bKsecond'],
    ] as const) {
      net.receive(good.replace(what, by));
      expect(notes.told, `${String(what)} -> ${by}`).toEqual([]);
    }
    net.receive(good.replace('SIP/2.0 200 OK', 'SIP/2.0 699 What'));
    expect(notes.told).toEqual(['final 699', 'terminated']);
  });

  it('[PRO-02] reports a 2xx to an INVITE nobody waits for, and nothing else', () => {
    const net = new LayerFixture();
    net.layer.request(newRequest('INVITE'), new ClientNotes());
    net.layer.request(newRequest('OPTIONS'), new ClientNotes());
    const [invite, options] = net.sent.map(({ text }) => text) as [string, string];
    const other = new LayerFixture();
    const unknown = (text: string): string => text.replace(/branch=z9hG4bK\w+/, 'branch=z9hG4bKunknown');
    net.receive(unknown(other.answer(invite, 200)));
    net.receive(unknown(other.answer(invite, 486)));
    net.receive(unknown(other.answer(invite, 180)));
    net.receive(unknown(other.answer(options, 200)));
    net.receive(unknown(other.answer(invite, 299)).replace('Client.invalid', 'stranger.invalid'));
    expect(net.strays.map(({ statusCode }) => statusCode)).toEqual([200]);
  });

  it('[PRO-02] a listener of stray responses that throws harms nothing', () => {
    const net = new LayerFixture();
    net.layer.onStrayResponse = () => {
      throw new Error('mine');
    };
    net.layer.request(newRequest('INVITE'), new ClientNotes());
    const text = new LayerFixture().answer(net.lastSent(), 200);
    expect(() => net.receive(text.replace(/branch=z9hG4bK\w+/, 'branch=z9hG4bKunknown'))).not.toThrow();
  });
});

describe('[PRO-02] the ACK to a 2xx', () => {
  it('[PRO-02] has a branch of its own, which it keeps when it is sent again', () => {
    const net = new LayerFixture();
    const invite = net.layer.request(newRequest('INVITE'), new ClientNotes());
    net.answer(net.lastSent(), 200);
    const ack = net.layer.sendAck(newRequest('ACK'));
    ack.resend();
    const sent = net.sent.filter(({ text }) => text.startsWith('ACK')).map(({ text }) => text);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toBe(sent[1]);
    expect(sent[0]).toMatch(/branch=z9hG4bK[0-9a-f]{32}/);
    expect(sent[0]).not.toContain(invite.branch);
  });

  it('[PRO-02] that cannot be sent harms nothing', () => {
    const net = new LayerFixture();
    net.up = false;
    expect(() => net.layer.sendAck(newRequest('ACK')).resend()).not.toThrow();
  });
});
