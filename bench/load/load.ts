import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { browserPlatform, consoleLogger, UA, type WebSocketLike } from '@hookswitch/sip-core';
import { Kamailio } from '@hookswitch/interop/lab/kamailio.ts';
import WebSocket from 'ws';
import { effort } from '../effort.ts';
import { silentMedia } from '../contestants/silent-media.ts';
import { audioOffer } from '../corpus/sessions.ts';
import { type Latencies, latencies } from './latencies.ts';
import { cpuOf } from './processes.ts';

const DOMAIN = 'load.test';
/** How many callers call at once, one after the other. */
const STEPS: readonly number[] = [1, 4, 16, 48];

/** One step: so many callers, each with a callee of its own, place call after call. */
export interface LoadStep {
  readonly callers: number;
  readonly callsPerSecond: number;
  /** From the INVITE to the ACK. */
  readonly setUp: Latencies;
  readonly failed: number;
  /** Parts of one core. */
  readonly ours: number;
  readonly kamailio: number;
  /** The busiest process of Kamailio. */
  readonly busiest: number;
  /** Of our process, in megabytes. */
  readonly memory: number;
}

/** Places calls through a Kamailio on this machine, both ends in this process; nothing where it is not installed. */
export async function measureLoad(): Promise<readonly LoadStep[] | undefined> {
  if (!isInstalled()) return undefined;
  const most = Math.max(...STEPS);
  const users = Array.from({ length: most * 2 }, (_, index) => `user${index}`);
  const folder = await mkdtemp(path.join(tmpdir(), 'hookswitch-load-'));
  const accounts = Object.fromEntries(users.map((user) => [user, `secret-of-${user}`]));
  const kamailio = await Kamailio.start({ folder, domain: DOMAIN, accounts });
  try {
    const phones = await Promise.all(users.map((user) => registered(user, accounts[user] ?? '', kamailio.ws)));
    const steps: LoadStep[] = [];
    for (const callers of STEPS) steps.push(await step(phones, callers, folder));
    await Promise.all(phones.map((phone) => phone.dispose()));
    return steps;
  } finally {
    await kamailio.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function isInstalled(): boolean {
  try {
    execFileSync('kamailio', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function registered(user: string, password: string, server: string): Promise<UA> {
  const ua = new UA({
    uri: `sip:${user}@${DOMAIN}`,
    password,
    wsServers: server,
    register: false,
    sessionDescriptionHandlerFactory: silentMedia({
      offer: audioOffer,
      answer: audioOffer.replaceAll('actpass', 'active'),
    }),
    platform: { ...browserPlatform(), logger: consoleLogger('silent'), createWebSocket: connect },
  });
  ua.on('invite', (session) => {
    queueMicrotask(() => void session.accept());
  });
  await ua.start();
  await ua.register();
  return ua;
}

/** Node 20 has no WebSocket of its own. */
function connect(url: string, protocols: string): WebSocketLike {
  const socket = new WebSocket(url, protocols, { perMessageDeflate: false });
  const like: WebSocketLike = {
    binaryType: 'arraybuffer',
    get protocol() {
      return socket.protocol;
    },
    get readyState() {
      return socket.readyState;
    },
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    onopen: null,
    onclose: null,
    onerror: null,
    onmessage: null,
    send: (data) => {
      socket.send(data);
    },
    close: (code, reason) => {
      socket.close(code, reason);
    },
  };
  socket.on('open', () => like.onopen?.({}));
  socket.on('error', (error) => like.onerror?.(error));
  socket.on('message', (data, isBinary) => {
    const octets = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
    like.onmessage?.({ data: isBinary ? octets : octets.toString('utf8') });
  });
  socket.on('close', (code, reason) => like.onclose?.({ code, reason: reason.toString(), wasClean: code !== 1006 }));
  return like;
}

async function step(phones: readonly UA[], callers: number, folder: string): Promise<LoadStep> {
  const waits: number[] = [];
  let failed = 0;
  const until = performance.now() + effort.seconds * 1000;
  const keepCalling = async (caller: UA, callee: UA): Promise<void> => {
    while (performance.now() < until) {
      const begun = performance.now();
      const session = caller.invite(callee.userAgent.core.identity.uri);
      const stands = await new Promise<boolean>((resolve) => {
        session.once('confirmed', () => {
          resolve(true);
        });
        session.once('failed', () => {
          resolve(false);
        });
      });
      if (stands) waits.push(performance.now() - begun);
      else failed++;
      if (stands) await session.bye();
    }
  };
  const cpuBefore = process.cpuUsage();
  const theirsBefore = cpuOf(folder);
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      const caller = phones[index * 2];
      const callee = phones[index * 2 + 1];
      if (caller !== undefined && callee !== undefined) await keepCalling(caller, callee);
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const theirs = [...cpuOf(folder)].map(([pid, time]) => (time - (theirsBefore.get(pid) ?? 0)) / seconds);
  return {
    callers,
    callsPerSecond: waits.length / seconds,
    setUp: latencies(waits),
    failed,
    ours: (user + system) / 1e6 / seconds,
    kamailio: theirs.reduce((sum, each) => sum + each, 0),
    busiest: Math.max(0, ...theirs),
    memory: process.memoryUsage().rss / 2 ** 20,
  };
}
