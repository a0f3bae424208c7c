import { describe, expect, it } from 'vitest';
import { ClientNotes, LayerFixture, newRequest } from '../testing/layer-fixture.ts';

const T64 = 32_000;

describe('[PRO-02] INVITE client transaction', () => {
  it('[PRO-02] on an unreliable transport repeats the INVITE at A and gives up at B', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    net.layer.request(newRequest('INVITE'), notes);
    await net.clock.run(T64 + 1000);
    expect(net.times('INVITE')).toEqual([0, 500, 1500, 3500, 7500, 15_500, 31_500]);
    expect(new Set(net.sent.map(({ text }) => text)).size).toBe(1);
    expect(notes.told).toEqual(['timeout', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] on a reliable transport sends it once and still gives up at B', async () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    net.layer.request(newRequest('INVITE'), notes);
    await net.clock.run(T64 - 1);
    expect(notes.told).toEqual([]);
    await net.clock.run(1);
    expect(net.times('INVITE')).toEqual([0]);
    expect(notes.told).toEqual(['timeout', 'terminated']);
  });

  it('[PRO-02] stops repeating, and waits without an end, once it rings', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    const transaction = net.layer.request(newRequest('INVITE'), notes);
    await net.clock.run(600);
    net.answer(net.lastSent('INVITE'), 180);
    await net.clock.run(600_000);
    expect(net.times('INVITE')).toEqual([0, 500]);
    expect(transaction.state).toBe('proceeding');
    expect(notes.told).toEqual(['provisional 180']);
    expect(net.clock.pending).toBe(0);
  });

  it('[PRO-02] acknowledges a refusal itself, with all Routes, the Via of the INVITE and the To of the response', async () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const routes = ['<sip:one.example.com;lr>', '<sip:two.example.com;lr>,<sip:three.example.com;lr>'];
    net.layer.request(newRequest('INVITE', routes), notes);
    const invite = net.lastSent('INVITE');
    net.answer(invite, 486);
    const via = /^Via: .*$/m.exec(invite)?.[0];
    expect(net.lastSent('ACK').split('\r\n')).toEqual([
      'ACK sip:bob@example.com SIP/2.0',
      via,
      ...routes.map((route) => `Route: ${route}`),
      'Max-Forwards: 69',
      'From: "Alice" <sip:alice@example.com>;tag=ours',
      'To: <sip:bob@example.com>;tag=peer',
      'Call-ID: call-1',
      'CSeq: 7 ACK',
      'Content-Length: 0',
      '',
      '',
    ]);
    expect(notes.told).toEqual(['final 486', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] on an unreliable transport repeats the ACK for each repeated refusal until D', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    const transaction = net.layer.request(newRequest('INVITE'), notes);
    const invite = net.lastSent();
    net.answer(invite, 486);
    await net.clock.run(500);
    net.answer(invite, 486);
    await net.clock.run(1000);
    net.answer(invite, 486);
    expect(net.times('ACK')).toEqual([0, 500, 1500]);
    expect(new Set(net.sent.filter(({ text }) => text.startsWith('ACK')).map(({ text }) => text)).size).toBe(1);
    expect(notes.told).toEqual(['final 486']);
    await net.clock.run(T64 - 1501);
    expect(transaction.state).toBe('completed');
    await net.clock.run(1);
    expect(notes.told).toEqual(['final 486', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] passes up every 2xx, repeated and forked, and never acknowledges one, until M', async () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const transaction = net.layer.request(newRequest('INVITE'), notes);
    const invite = net.lastSent();
    net.answer(invite, 200, { toTag: 'one' });
    net.answer(invite, 200, { toTag: 'one' });
    net.answer(invite, 200, { toTag: 'two' });
    net.answer(invite, 180);
    net.answer(invite, 486);
    expect(transaction.state).toBe('accepted');
    expect(net.layer.counts()).toEqual({ client: 0, server: 0, lingering: 1 });
    await net.clock.run(T64);
    expect(notes.told).toEqual(['final 200', 'final 200', 'final 200', 'terminated']);
    expect(net.times('ACK')).toEqual([]);
    expect(net.idle).toBe(true);
    net.answer(invite, 200, { toTag: 'one' });
    expect(net.strays.map(({ statusCode }) => statusCode)).toEqual([200]);
  });

  it('[PRO-02] reports a 2xx that follows a refusal as stray', () => {
    for (const reliable of [true, false]) {
      const net = new LayerFixture(reliable);
      net.layer.request(newRequest('INVITE'), new ClientNotes());
      const invite = net.lastSent();
      net.answer(invite, 603);
      net.answer(invite, 200);
      expect(net.strays).toHaveLength(1);
    }
  });

  it('[PRO-02] once released lingers no longer, and what comes is stray', () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    const transaction = net.layer.request(newRequest('INVITE'), notes);
    const invite = net.lastSent();
    net.answer(invite, 200);
    transaction.release();
    expect(net.idle).toBe(true);
    net.answer(invite, 200);
    expect(net.strays).toHaveLength(1);
    expect(notes.told).toEqual(['final 200']);
  });

  it('[PRO-02] released while it rings, still acknowledges a refusal and reports a 2xx as stray', () => {
    const net = new LayerFixture();
    const first = net.layer.request(newRequest('INVITE'), new ClientNotes());
    net.answer(net.lastSent(), 180);
    first.release();
    net.answer(net.lastSent('INVITE'), 486);
    expect(net.times('ACK')).toHaveLength(1);
    const second = net.layer.request(newRequest('INVITE'), new ClientNotes());
    second.release();
    net.answer(net.lastSent('INVITE'), 200);
    expect(net.strays).toHaveLength(1);
  });
});

describe('[PRO-02] non-INVITE client transaction', () => {
  it('[PRO-02] on an unreliable transport repeats at E, then every T2, and gives up at F', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    net.layer.request(newRequest('OPTIONS'), notes);
    await net.clock.run(T64 + 5000);
    expect(net.times('OPTIONS')).toEqual([0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500]);
    expect(notes.told).toEqual(['timeout', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] waits T2 between repetitions once it is worked on; F runs on', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    net.layer.request(newRequest('OPTIONS'), notes);
    net.answer(net.lastSent(), 100);
    await net.clock.run(T64);
    expect(net.times('OPTIONS')).toEqual([0, 500, 4500, 8500, 12_500, 16_500, 20_500, 24_500, 28_500]);
    expect(notes.told).toEqual(['provisional 100', 'timeout', 'terminated']);
  });

  it('[PRO-02] tells one final response and absorbs its repetitions until K', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    net.layer.request(newRequest('BYE'), notes);
    net.answer(net.lastSent(), 200);
    net.answer(net.lastSent(), 200);
    net.answer(net.lastSent(), 500);
    await net.clock.run(4999);
    expect(notes.told).toEqual(['final 200']);
    await net.clock.run(1);
    expect(notes.told).toEqual(['final 200', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] on a reliable transport is over with the final response', () => {
    const net = new LayerFixture();
    const notes = new ClientNotes();
    net.layer.request(newRequest('BYE'), notes);
    net.answer(net.lastSent(), 481);
    expect(notes.told).toEqual(['final 481', 'terminated']);
    expect(net.idle).toBe(true);
  });
});

describe('[PRO-02] client transactions and the transport', () => {
  it.each(['INVITE', 'REGISTER'])(
    '[PRO-02] %s over a dead transport fails once, after request() has returned',
    async (method) => {
      const net = new LayerFixture();
      net.up = false;
      const notes = new ClientNotes();
      const transaction = net.layer.request(newRequest(method), notes);
      expect(notes.told).toEqual([]);
      expect(transaction.state).toBe('terminated');
      expect(net.idle).toBe(true);
      await net.clock.run();
      net.layer.transportFailed();
      await net.clock.run(T64);
      expect(notes.told).toEqual(['transport NOT_CONNECTED', 'terminated']);
    },
  );

  it('[PRO-02] a repetition that cannot be sent fails once', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    net.layer.request(newRequest('INVITE'), notes);
    net.up = false;
    await net.clock.run(T64);
    expect(notes.told).toEqual(['transport NOT_CONNECTED', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] a lost connection fails each request that has no final response, once, and no other', async () => {
    const net = new LayerFixture();
    const [calling, ringing, accepted, trying] = [0, 1, 2, 3].map(() => new ClientNotes());
    net.layer.request(newRequest('INVITE'), calling!);
    net.layer.request(newRequest('INVITE'), ringing!);
    net.answer(net.lastSent(), 180);
    net.layer.request(newRequest('INVITE'), accepted!);
    net.answer(net.lastSent(), 200);
    net.layer.request(newRequest('OPTIONS'), trying!);
    net.layer.transportFailed();
    net.layer.transportFailed();
    expect(calling!.told).toEqual(['transport CLOSED', 'terminated']);
    expect(ringing!.told).toEqual(['provisional 180', 'transport CLOSED', 'terminated']);
    expect(trying!.told).toEqual(['transport CLOSED', 'terminated']);
    expect(accepted!.told).toEqual(['final 200']);
    await net.clock.run(T64);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] an ACK that cannot be sent does not undo the refusal', async () => {
    const net = new LayerFixture(false);
    const notes = new ClientNotes();
    net.layer.request(newRequest('INVITE'), notes);
    net.up = false;
    net.answer(net.lastSent(), 486);
    await net.clock.run(T64);
    expect(notes.told).toEqual(['final 486', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] close() ends every transaction, tells those who wait, and leaves no timer', async () => {
    const net = new LayerFixture(false);
    const notes = [0, 1, 2, 3].map(() => new ClientNotes());
    net.layer.request(newRequest('INVITE'), notes[0]!);
    net.layer.request(newRequest('INVITE'), notes[1]!);
    net.answer(net.lastSent(), 200);
    net.layer.request(newRequest('BYE'), notes[2]!);
    net.answer(net.lastSent(), 200);
    net.layer.close();
    expect(net.idle).toBe(true);
    net.layer.request(newRequest('BYE'), notes[3]!);
    await net.clock.run(T64);
    expect(notes.map(({ told }) => told)).toEqual([
      ['transport CLOSED', 'terminated'],
      ['final 200', 'terminated'],
      ['final 200', 'terminated'],
      ['transport CLOSED', 'terminated'],
    ]);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] a user that throws is reported and harms nothing', () => {
    const net = new LayerFixture();
    net.layer.request(newRequest('OPTIONS'), {
      onFinal: () => {
        throw new Error('mine');
      },
      onTimeout: () => undefined,
      onTransportError: () => undefined,
    });
    net.answer(net.lastSent(), 200);
    expect(net.idle).toBe(true);
    expect(net.logged.filter((line) => line.startsWith('error'))).toHaveLength(1);
  });

  it('[PRO-02] a user that sends the next request from within a response gets both answered', () => {
    const net = new LayerFixture();
    const second = new ClientNotes();
    net.layer.request(newRequest('REGISTER'), {
      onFinal: () => void net.layer.request(newRequest('REGISTER'), second),
      onTimeout: () => undefined,
      onTransportError: () => undefined,
    });
    net.answer(net.lastSent(), 401);
    net.answer(net.lastSent(), 200);
    expect(second.told).toEqual(['final 200', 'terminated']);
    expect(net.idle).toBe(true);
  });

  it('[PRO-02] times derive from T1, T2 and T4', async () => {
    const net = new LayerFixture(false, { t1: 100, t2: 400, t4: 1000 });
    const notes = new ClientNotes();
    net.layer.request(newRequest('OPTIONS'), notes);
    await net.clock.run(6400);
    expect(net.times('OPTIONS').slice(0, 6)).toEqual([0, 100, 300, 700, 1100, 1500]);
    expect(notes.told).toEqual(['timeout', 'terminated']);
  });

  it('[PRO-02] writes Via with a fresh 128-bit branch on top and leaves the request as it was', () => {
    const net = new LayerFixture(false);
    const request = newRequest('OPTIONS');
    const branches = new Set(
      [0, 1, 2].map(() => {
        const { branch } = net.layer.request(request, new ClientNotes());
        expect(net.lastSent().split('\r\n')[1]).toBe(`Via: SIP/2.0/UDP Client.invalid;branch=${branch};rport`);
        return branch;
      }),
    );
    expect(branches.size).toBe(3);
    for (const branch of branches) expect(branch).toMatch(/^z9hG4bK[0-9a-f]{32}$/);
    expect(request.headers.has('Via')).toBe(false);
  });
});
