import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import process from 'node:process';

/** Every server of the lab listens here, and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** Below the range from which systems give ports to clients, so that nobody takes one between the look and its use. */
const LOWEST = 12_000;
const HIGHEST = 32_000;
/** Test processes that run side by side; each has ports of its own, as some servers bind theirs only when needed. */
const PROCESSES = 5;
const SHARE = Math.floor((HIGHEST - LOWEST) / PROCESSES);
const FIRST = LOWEST + SHARE * (Number(process.env['VITEST_POOL_ID'] ?? 0) % PROCESSES);

/** Ports handed out before, which their users may not have bound yet. */
const taken = new Set<number>();

/** A port that is free for TCP and for UDP. */
export async function freePort(): Promise<number> {
  return (await freeRange(1)).first;
}

/**
 * Ports in a row, free for TCP and for UDP; the first is even, as RTP wants it (RFC 3550 section 11).
 *
 * @throws Error when no such range is found
 */
export async function freeRange(count: number): Promise<{ readonly first: number; readonly last: number }> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const first = FIRST + 2 * Math.floor((Math.random() * (SHARE - count)) / 2);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if (ports.some((port) => taken.has(port))) continue;
    const free = await Promise.all(ports.map(async (port) => (await udpIsFree(port)) && (await tcpIsFree(port))));
    if (free.includes(false)) continue;
    for (const port of ports) taken.add(port);
    return { first, last: first + count - 1 };
  }
  throw new Error(`No ${count} free ports in a row from ${FIRST} on.`);
}

/** On every address: some programs listen on another one of the machine. */
function udpIsFree(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', () => {
      resolve(false);
    });
    socket.bind(port, () => {
      socket.close(() => {
        resolve(true);
      });
    });
  });
}

function tcpIsFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, LOOPBACK, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
