import { describe, expect, it } from 'vitest';
import { ClientNotes, LayerFixture, newRequest } from '../testing/layer-fixture.ts';

const T64 = 32_000;

describe('[PRO-02] CANCEL, RFC 3261 section 9.1', () => {
  it('[PRO-02] is held back until a provisional response comes', () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const invite = net.layer.request(newRequest('INVITE'), notes);
    net.layer.cancel(invite);
    expect(net.times('CANCEL')).toEqual([]);
    net.answer(net.lastSent('INVITE'), 100);
    expect(net.times('CANCEL')).toHaveLength(1);
    net.answer(net.lastSent('INVITE'), 180);
    net.layer.cancel(invite);
    expect(net.times('CANCEL')).toHaveLength(1);
  });

  it('[PRO-02] has the branch, Route, To and number of the INVITE, and no Require', () => {
    const net = new LayerFixture();
    const routes = ['<sip:one.example.com;lr>', '<sip:two.example.com;lr>'];
    const invite = net.layer.request(newRequest('INVITE', routes), new ClientNotes());
    net.answer(net.lastSent('INVITE'), 183);
    net.layer.cancel(invite, [['Reason', 'SIP;cause=200;text="Call completed elsewhere"']]);
    expect(net.lastSent('CANCEL').split('\r\n')).toEqual([
      'CANCEL sip:bob@example.com SIP/2.0',
      `Via: SIP/2.0/WSS Client.invalid;branch=${invite.branch}`,
      'Route: <sip:one.example.com;lr>',
      'Route: <sip:two.example.com;lr>',
      'Max-Forwards: 69',
      'From: "Alice" <sip:alice@example.com>;tag=ours',
      'To: <sip:bob@example.com>',
      'Call-ID: call-1',
      'CSeq: 7 CANCEL',
      'Reason: SIP;cause=200;text="Call completed elsewhere"',
      'Content-Length: 0',
      '',
      '',
    ]);
  });

  it.each([200, 486])('[PRO-02] is not sent when %s comes without anything before it', (status) => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const invite = net.layer.request(newRequest('INVITE'), notes);
    net.layer.cancel(invite);
    net.answer(net.lastSent('INVITE'), status);
    net.layer.cancel(invite);
    expect(net.times('CANCEL')).toEqual([]);
    expect(notes.told[0]).toBe(`final ${status}`);
  });

  it('[PRO-02] and its INVITE end each on their own: 200 to one, 487 to the other, in either order', () => {
    for (const order of [
      ['CANCEL', 'INVITE'],
      ['INVITE', 'CANCEL'],
    ] as const) {
      const net = new LayerFixture();
      const notes = new ClientNotes();
      net.layer.cancel(net.layer.request(newRequest('INVITE'), notes));
      net.answer(net.lastSent('INVITE'), 180);
      for (const method of order) net.answer(net.lastSent(method), method === 'CANCEL' ? 200 : 487);
      expect(notes.told).toEqual(['provisional 180', 'final 487', 'terminated']);
      expect(net.times('ACK')).toHaveLength(1);
      expect(net.idle).toBe(true);
    }
  });

  it('[PRO-02] crossing a 200 leaves the 200 to the user', async () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const invite = net.layer.request(newRequest('INVITE'), notes);
    net.answer(net.lastSent('INVITE'), 180);
    net.layer.cancel(invite);
    net.answer(net.lastSent('INVITE'), 200);
    net.answer(net.lastSent('CANCEL'), 481);
    await net.clock.run(T64);
    expect(notes.told).toEqual(['provisional 180', 'final 200', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] without any final response ends the INVITE 64*T1 later', async () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const invite = net.layer.request(newRequest('INVITE'), notes);
    net.answer(net.lastSent('INVITE'), 180);
    await net.clock.run(100_000);
    net.layer.cancel(invite);
    net.answer(net.lastSent('CANCEL'), 200);
    await net.clock.run(T64 - 1);
    expect(notes.told).toEqual(['provisional 180']);
    await net.clock.run(1);
    expect(notes.told).toEqual(['provisional 180', 'timeout', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] never sent, because nothing at all came, ends with B', async () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    net.layer.cancel(net.layer.request(newRequest('INVITE'), notes));
    await net.clock.run(T64);
    expect(net.times('CANCEL')).toEqual([]);
    expect(notes.told).toEqual(['timeout', 'terminated']);
  });

  it('[PRO-02] is repeated by its own timers on an unreliable transport', async () => {
    const net = new LayerFixture(false);
    const invite = net.layer.request(newRequest('INVITE'), new ClientNotes());
    net.answer(net.lastSent('INVITE'), 180);
    net.layer.cancel(invite);
    await net.clock.run(4000);
    expect(net.times('CANCEL')).toEqual([0, 500, 1500, 3500]);
  });

  it('[PRO-02] over a dead transport fails the INVITE through the connection alone, once', async () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const invite = net.layer.request(newRequest('INVITE'), notes);
    net.answer(net.lastSent('INVITE'), 180);
    net.up = false;
    net.layer.cancel(invite);
    net.layer.transportFailed();
    await net.clock.run(T64);
    expect(notes.told).toEqual(['provisional 180', 'transport CLOSED', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] with a header field that cannot be written throws at once and changes nothing', () => {
    const net = new LayerFixture();
    const invite = net.layer.request(newRequest('INVITE'), new ClientNotes());
    expect(() => net.layer.cancel(invite, [['Reason', 'x\r\nInjected: yes']])).toThrow(/Reason/);
    net.answer(net.lastSent('INVITE'), 180);
    expect(net.times('CANCEL')).toEqual([]);
    net.layer.cancel(invite);
    expect(net.times('CANCEL')).toHaveLength(1);
  });

  it('[PRO-02] asked for within the callback of the provisional response goes out at once', () => {
    const net = new LayerFixture();
    const invite = net.layer.request(newRequest('INVITE'), {
      onProvisional: () => net.layer.cancel(invite),
      onFinal: () => undefined,
      onTimeout: () => undefined,
      onTransportError: () => undefined,
    });
    net.answer(net.lastSent('INVITE'), 180);
    expect(net.times('CANCEL')).toHaveLength(1);
  });

  it('[PRO-02] of anything but an INVITE does nothing', () => {
    const net = new LayerFixture();
    const options = net.layer.request(newRequest('OPTIONS'), new ClientNotes());
    net.answer(net.lastSent(), 100);
    net.layer.cancel(options);
    expect(net.times('CANCEL')).toEqual([]);
  });
});
