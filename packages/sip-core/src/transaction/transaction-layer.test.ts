import { describe, expect, it } from 'vitest';
import { parseMessage } from '../message/parse-message.ts';
import { responseTo } from '../message/response-to.ts';
import { serializeResponse } from '../message/serialize.ts';
import { ClientNotes, LayerFixture, newRequest, peerRequest } from '../testing/layer-fixture.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { TransactionLayer } from './transaction-layer.ts';

/** A layer whose transport is the function given. */
function layerOver(send: (text: string) => void, sentBy = 'client.invalid'): TransactionLayer {
  return new TransactionLayer({
    line: { transmit: send, via: () => ({ transport: 'WS', sentBy }) },
    reliable: true,
    clock: new VirtualClock(),
    random: seededRandom(1),
    logger: { log: () => undefined },
  });
}

function receive(layer: TransactionLayer, text: string): void {
  const parsed = parseMessage(text);
  if (parsed.ok) layer.receive(parsed.message);
}

describe('[PRO-02] transaction layer', () => {
  it('[PRO-02] answers 503 to what nobody takes', () => {
    const sent: string[] = [];
    const layer = layerOver((text) => sent.push(text));
    receive(layer, peerRequest('MESSAGE'));
    receive(layer, peerRequest('ACK', { branch: 'z9hG4bKack' }));
    expect(sent.map((text) => text.slice(0, 11))).toEqual(['SIP/2.0 503']);
  });

  it('[PRO-02] calls back only after request() has returned, even over a transport that answers at once', async () => {
    const layer = layerOver((text) => {
      const parsed = parseMessage(text);
      if (parsed.ok && parsed.message.kind === 'request' && parsed.message.method !== 'ACK') {
        receive(layer, serializeResponse(responseTo(parsed.message, 486, { toTag: 'x' })));
      }
    });
    for (const method of ['INVITE', 'OPTIONS']) {
      const notes = new ClientNotes();
      layer.request(newRequest(method), notes);
      expect(notes.told).toEqual([]);
      await Promise.resolve();
      expect(notes.told).toEqual(['final 486', 'terminated']);
      expect(layer.counts()).toEqual({ client: 0, server: 0, lingering: 0 });
    }
  });

  it('[PRO-02] takes what a transport throws for a failure to send', async () => {
    const layer = layerOver(() => {
      throw new Error('anything');
    });
    const notes = new ClientNotes();
    layer.request(newRequest('OPTIONS'), notes);
    await Promise.resolve();
    expect(notes.told).toEqual(['transport SEND_FAILED', 'terminated']);
  });

  it('[PRO-02] writes no Via that would end its line, and no request that cannot be read back', () => {
    const layer = layerOver(() => undefined, 'evil.example.com\r\nInjected: yes');
    expect(() => layer.request(newRequest('OPTIONS'), new ClientNotes())).toThrow(/Via/);
    const request = newRequest('OPTIONS');
    request.headers.set('Subject', 'one\r\nInjected: yes');
    expect(() => layerOver(() => undefined).request(request, new ClientNotes())).toThrow(/Subject/);
  });

  it('[PRO-02] keeps thousands of finished calls on one timer and forgets them in time', async () => {
    const net = new LayerFixture();
    for (let call = 0; call < 2000; call += 1) {
      net.receive(peerRequest('INVITE', { branch: `z9hG4bK${call}`, callId: `call-${call}` }));
      const { request, transaction } = net.requests.pop()!;
      transaction!.respond(responseTo(request, 200, { toTag: 'x' }));
      net.clock.advance(10);
    }
    expect(net.layer.counts()).toEqual({ client: 0, server: 0, lingering: 2000 });
    expect(net.clock.pending).toBe(1);
    net.receive(peerRequest('INVITE', { branch: 'z9hG4bK7', callId: 'call-7' }));
    expect(net.requests).toEqual([]);
    await net.clock.run(11_999);
    expect(net.layer.counts().lingering).toBe(2000);
    await net.clock.run(10_000);
    expect(net.layer.counts().lingering).toBe(1000);
    await net.clock.run(10_000);
    expect(net.idle).toBe(true);
  });
});
