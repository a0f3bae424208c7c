import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../base/errors.ts';
import { TransportFixture } from '../testing/transport-fixture.ts';
import { WebSocketTransport } from './web-socket-transport.ts';

const outcome = (promise: Promise<void>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => String((error as { code?: string }).code),
  );

describe('[NET-01] connecting', () => {
  it('[NET-01] offers the subprotocol sip, asks for binary frames as buffers, and tells in order', async () => {
    const net = new TransportFixture();
    const done = outcome(net.transport.connect());
    expect(net.transport.state).toBe('connecting');
    await net.clock.run();
    expect(await done).toBe('done');
    expect(net.sockets.last).toMatchObject({ url: 'wss://one.example.com', offered: 'sip', binaryType: 'arraybuffer' });
    expect(net.news()).toEqual(['connecting', 'try 1 one', 'connected', 'up one']);
    expect(net.transport.server).toBe('wss://one.example.com');
    expect(net.transport.reliable).toBe(true);
    await net.transport.connect();
    expect(net.sockets.made).toHaveLength(1);
  });

  it('[NET-01] a constructor that throws is a failed connection and no limbo', async () => {
    const net = new TransportFixture({ 'wss://one.example.com': 'throw' });
    expect(await outcome(net.transport.connect())).toBe('CONNECT_FAILED');
    expect(net.news()).toEqual(['connecting', 'try 1 one', 'disconnected', 'down CONNECT_FAILED']);
    expect(net.idle).toBe(true);
    net.sockets.behaviour.clear();
    expect(await outcome(net.transport.connect())).toBe('done');
  });

  it('[NET-01] a server that says nothing is given up after the connect timeout', async () => {
    const net = new TransportFixture({ 'wss://one.example.com': 'silent' }, { connectTimeout: 3 });
    const done = outcome(net.transport.connect());
    await net.clock.run(2999);
    expect(net.transport.state).toBe('connecting');
    await net.clock.run(1);
    expect(await done).toBe('CONNECT_TIMEOUT');
    expect(net.sockets.last.closes).toBe(1);
    net.sockets.last.serverOpen();
    expect(net.transport.state).toBe('disconnected');
    expect(net.idle).toBe(true);
  });

  it.each(['', 'chat', 'SIP'])('[NET-01] a server that answers with subprotocol "%s" is refused', async (protocol) => {
    const net = new TransportFixture({ 'wss://one.example.com': 'silent' });
    const done = outcome(net.transport.connect());
    net.sockets.last.serverOpen(protocol);
    expect(await done).toBe('BAD_SUBPROTOCOL');
    expect(net.idle).toBe(true);
  });

  it('[NET-01] a platform without WebSocket says so, and that trying again is no use', async () => {
    const net = new TransportFixture();
    const { clock, random, logger } = net.platform;
    const transport = new WebSocketTransport({ servers: ['wss://a'], platform: { clock, random, logger } });
    await expect(transport.connect()).rejects.toMatchObject({ code: 'NO_WEBSOCKET', retryable: false });
  });

  it('[NET-01] refuses what is no WebSocket URL, and shows no secret of it', () => {
    for (const url of ['', 'http://a', 'wss://', 'wss:/a', 'wss:// a', 'wss://a b']) {
      expect(() => new TransportFixture({}, { servers: [url] }), url).toThrow(ConfigurationError);
    }
    expect(() => new TransportFixture({}, { servers: [] })).toThrow(ConfigurationError);
    expect(() => new TransportFixture({}, { servers: [{ url: 'wss://a', weight: Number.NaN }] })).toThrow(/weight/);
  });

  it('[NET-01] tells no token of the URL to anybody but the server', async () => {
    const url = 'wss://user:hush@one.example.com/ws?token=hush#hush';
    const net = new TransportFixture({ [url]: 'refuse' }, { servers: [url] });
    const error: unknown = await net.transport.connect().catch((reason: unknown) => reason);
    expect(net.sockets.last.url).toBe(url);
    expect(`${String(error)} ${net.told.join()} ${net.logged.join()}`).not.toContain('hush');
    expect(String(error)).toContain('wss://one.example.com/ws');
  });

  it('[NET-01] names WS, WSS or what is configured in Via', async () => {
    const servers = [
      { url: 'wss://one.example.com', weight: 2 },
      { url: 'ws://two.example.com', weight: 1 },
      { url: 'wss://six.example.com', viaTransport: 'TCP' as const },
    ];
    const net = new TransportFixture({ 'wss://one.example.com': 'refuse' }, { servers });
    expect(net.transport.viaTransport).toBe('WSS');
    await net.transport.connect();
    expect(net.transport.viaTransport).toBe('WS');
    const other = new TransportFixture({}, { servers: servers.slice(2) });
    expect(other.transport.viaTransport).toBe('TCP');
  });
});

describe('[NET-01] frames', () => {
  it('[NET-01] passes on text and binary frames and drops what is neither', async () => {
    const net = new TransportFixture();
    await net.transport.connect();
    const { last } = net.sockets;
    last.serverSend('OPTIONS');
    last.serverSend(new Uint8Array([79, 75]).buffer);
    last.serverSend(new Uint8Array([0, 79, 75, 0]).subarray(1, 3));
    last.serverSend({});
    last.serverSend(undefined);
    expect(net.messages).toEqual(['OPTIONS', new Uint8Array([79, 75]), new Uint8Array([79, 75])]);
  });

  it('[NET-01] keeps keep-alive frames to itself, as text or octets, and answers a ping', async () => {
    const net = new TransportFixture();
    await net.transport.connect();
    const { last } = net.sockets;
    for (const frame of ['\r\n', '', new Uint8Array([13, 10]), new Uint8Array()]) last.serverSend(frame);
    expect(last.sent).toEqual([]);
    last.serverSend('\r\n\r\n');
    last.serverSend(new Uint8Array([13, 10, 13, 10]));
    expect(last.sent).toEqual(['\r\n', '\r\n']);
    last.serverSend('\r\nSIP');
    expect(net.messages).toEqual(['\r\nSIP']);
  });

  it('[NET-01] send() throws what is wrong', async () => {
    const net = new TransportFixture();
    const sending = (): string => {
      try {
        net.transport.send('x');
        return 'sent';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(sending()).toBe('NOT_CONNECTED');
    const connecting = net.transport.connect();
    expect(sending()).toBe('NOT_CONNECTED');
    await connecting;
    expect(sending()).toBe('sent');
    net.sockets.last.sendError = new Error('buffer');
    expect(sending()).toBe('SEND_FAILED');
    net.sockets.last.readyState = 2;
    expect(sending()).toBe('NOT_CONNECTED');
  });
});

describe('[NET-01] closing', () => {
  it('[NET-01] resolves when the server has answered the closing handshake, and tells no error', async () => {
    const net = new TransportFixture();
    await net.transport.connect();
    net.news();
    const done = outcome(net.transport.disconnect());
    expect(net.transport.state).toBe('disconnecting');
    await net.clock.run();
    expect(await done).toBe('done');
    expect(net.news()).toEqual(['disconnecting', 'disconnected', 'down']);
    expect(net.idle).toBe(true);
    expect(await outcome(net.transport.disconnect())).toBe('done');
    expect(net.news()).toEqual([]);
  });

  it('[NET-01] takes bounded time when the server never answers', async () => {
    const net = new TransportFixture({}, { closeTimeout: 2 });
    await net.transport.connect();
    net.sockets.last.answersClose = false;
    const done = outcome(net.transport.disconnect());
    await net.clock.run(1999);
    expect(net.transport.state).toBe('disconnecting');
    await net.clock.run(1);
    expect(await done).toBe('done');
    expect(net.idle).toBe(true);
  });

  it('[NET-01] a lost connection is told with its code and reason', async () => {
    const net = new TransportFixture();
    const errors: unknown[] = [];
    net.transport.events.on('disconnected', ({ error }) => errors.push(error?.message));
    await net.transport.connect();
    net.sockets.last.serverClose(1012, 'restart', true);
    expect(net.transport.state).toBe('disconnected');
    expect(errors).toEqual(['The connection to wss://one.example.com was closed (code 1012: restart).']);
    expect(net.idle).toBe(true);
  });

  it('[NET-01] dispose() ends everything at once, in every state', async () => {
    for (const state of ['disconnected', 'connecting', 'connected', 'disconnecting', 'queued']) {
      const net = new TransportFixture({}, { servers: ['wss://one.example.com', 'wss://two.example.com'] });
      const first = state === 'disconnected' ? Promise.resolve() : net.transport.connect();
      const promises = [outcome(first)];
      if (state !== 'disconnected' && state !== 'connecting') await first;
      if (state === 'disconnecting' || state === 'queued') promises.push(outcome(net.transport.disconnect()));
      if (state === 'queued') promises.push(outcome(net.transport.connect()));
      net.transport.dispose();
      net.transport.dispose();
      expect(net.transport.state, state).toBe('disconnected');
      expect(net.transport.events.count(), state).toBe(0);
      expect(await Promise.all(promises), state).not.toContain(undefined);
      await net.clock.run(60_000);
      expect(net.idle, state).toBe(true);
      expect(await outcome(net.transport.connect())).toBe('CLOSED');
    }
  });
});

describe('[NET-01] calls that overlap', () => {
  it('[NET-01] join when they are of one kind', async () => {
    const net = new TransportFixture();
    const connects = [net.transport.connect(), net.transport.connect()];
    await Promise.all(connects);
    expect(net.sockets.made).toHaveLength(1);
    const disconnects = [net.transport.disconnect(), net.transport.disconnect()];
    await Promise.all(disconnects);
    expect(net.sockets.last.closes).toBe(2);
    expect(net.news().filter((line) => line.startsWith('down'))).toEqual(['down']);
  });

  it('[NET-01] a disconnect ends the attempt before it', async () => {
    const net = new TransportFixture({ 'wss://one.example.com': 'silent' });
    const connect = outcome(net.transport.connect());
    const disconnect = outcome(net.transport.disconnect());
    expect(net.transport.state).toBe('disconnected');
    expect([await connect, await disconnect]).toEqual(['ABORTED', 'done']);
    expect(net.news()).toEqual(['connecting', 'try 1 one', 'disconnected', 'down']);
    expect(net.idle).toBe(true);
  });

  it('[NET-01] a connect waits for the disconnect before it; another disconnect takes it back', async () => {
    const net = new TransportFixture();
    await net.transport.connect();
    const order: string[] = [];
    const note = (name: string, promise: Promise<void>): Promise<unknown> =>
      outcome(promise).then((how) => order.push(`${name} ${how}`));
    const all = [
      note('off', net.transport.disconnect()),
      note('on', net.transport.connect()),
      note('on again', net.transport.connect()),
    ];
    await Promise.all(all);
    expect(order).toEqual(['off done', 'on done', 'on again done']);
    expect(net.transport.state).toBe('connected');
    const last = [
      outcome(net.transport.disconnect()),
      outcome(net.transport.connect()),
      outcome(net.transport.disconnect()),
    ];
    expect(await Promise.all(last)).toEqual(['done', 'ABORTED', 'done']);
    await net.clock.run();
    expect(net.transport.state).toBe('disconnected');
    expect(net.idle).toBe(true);
  });

  it('[NET-01] from within listeners keep their order for every listener', async () => {
    const net = new TransportFixture();
    let again = 3;
    net.transport.events.on('connected', () => {
      again -= 1;
      if (again > 0) net.sockets.last.serverClose();
    });
    net.transport.events.on('disconnected', () => void net.transport.connect());
    const seen: string[] = [];
    net.transport.events.on('connected', () => seen.push('up'));
    net.transport.events.on('disconnected', () => seen.push('down'));
    await net.transport.connect();
    await net.clock.run();
    expect(seen).toEqual(['up', 'down', 'up', 'down', 'up']);
    expect(net.transport.state).toBe('connected');
  });

  it('[NET-01] a listener that disconnects while a server is tried has its way', async () => {
    for (const behaviour of ['accept', 'throw', 'refuse'] as const) {
      const net = new TransportFixture(
        { 'wss://one.example.com': behaviour },
        { servers: ['wss://one.example.com', 'wss://two.example.com'] },
      );
      net.transport.events.once('connecting', () => void net.transport.disconnect());
      expect(await outcome(net.transport.connect())).toBe('ABORTED');
      await net.clock.run(60_000);
      expect(net.transport.state).toBe('disconnected');
      expect(net.sockets.open).toEqual([]);
      expect(net.idle).toBe(true);
    }
  });

  it('[NET-01] a listener that throws is reported and harms nothing', async () => {
    const net = new TransportFixture();
    for (const name of ['connecting', 'connected', 'disconnected', 'stateChange', 'message'] as const) {
      net.transport.events.on(name, () => {
        throw new Error('mine');
      });
    }
    await net.transport.connect();
    net.sockets.last.serverSend('hello');
    await net.transport.disconnect();
    await net.transport.connect();
    expect(net.transport.state).toBe('connected');
    expect(net.messages).toEqual(['hello']);
    expect(net.logged.filter((line) => line.startsWith('error')).length).toBeGreaterThan(8);
  });
});
