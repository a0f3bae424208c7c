import { afterEach, expect, it } from 'vitest';
import { BrowserPhones } from '../testing/browser-phones.ts';
import { Dice } from '../testing/dice.ts';

/** How many calls: 1,000 in the long run (`VITE_HOOKSWITCH_CALLS`). */
const env = (import.meta as ImportMeta & { readonly env?: Readonly<Record<string, string>> }).env;
const CALLS = Number(env?.['VITE_HOOKSWITCH_CALLS'] ?? 40);
const soon = { timeout: 20_000, interval: 10 };

const patches: (() => void)[] = [];
afterEach(() => {
  for (const undo of patches.splice(0)) undo();
});

/** Counts what the page opens and closes. */
function keepBooks(): { open(): { connections: number; tracks: number; timers: number }; connections(): number } {
  // A page may have 500 connections, and closed ones count for as long as somebody remembers them.
  const connections = new Set<RTCPeerConnection>();
  let made = 0;
  const tracks = new Set<MediaStreamTrack>();
  const timers = new Set<unknown>();
  const { RTCPeerConnection: Connection, setTimeout: start, clearTimeout: stop } = window;
  window.RTCPeerConnection = class extends Connection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
      made += 1;
      this.addEventListener('track', ({ track }) => tracks.add(track));
    }
    override close(): void {
      super.close();
      connections.delete(this);
      for (const track of tracks) if (track.readyState === 'ended') tracks.delete(track);
    }
    override addTransceiver(what: MediaStreamTrack | string, init?: RTCRtpTransceiverInit): RTCRtpTransceiver {
      if (typeof what !== 'string') tracks.add(what);
      return super.addTransceiver(what, init);
    }
  };
  const begin = (handler: () => void, delay?: number): number => {
    const id = start(() => {
      timers.delete(id);
      handler();
    }, delay);
    timers.add(id);
    return id;
  };
  const end = (id: number | undefined): void => {
    timers.delete(id);
    stop(id);
  };
  Object.assign(window, { setTimeout: begin, clearTimeout: end });
  patches.push(() => Object.assign(window, { RTCPeerConnection: Connection, setTimeout: start, clearTimeout: stop }));
  return {
    open: () => ({
      connections: connections.size,
      tracks: [...tracks].filter(({ readyState }) => readyState === 'live').length,
      timers: timers.size,
    }),
    connections: () => made,
  };
}

/** As `expect.poll`, which would remember every call until the end of the test. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + soon.timeout;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Not so in time: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, soon.interval));
  }
}

it(
  `[MED-06] ${CALLS} calls in a row, with faults at random, leave nothing behind`,
  async () => {
    const books = keepBooks();
    const phones = new BrowserPhones();
    const [alice, bob] = [await phones.phone('alice'), await phones.phone('bob')];
    const random = new Dice(7);
    const holdings = (): unknown =>
      [alice, bob].map(({ ua: { userAgent, sessions } }) => ({
        sessions: sessions.size,
        dialogs: userAgent.core.dialogs.size,
        names: userAgent.core.sessionIds.size,
        listeners: userAgent.events.count() + userAgent.transport.events.count(),
      }));
    const atStart = holdings();

    const acts = ['caller', 'callee', 'cancel', 'refuse', 'hold', 'cut caller', 'cut callee', 'at once'] as const;
    for (let count = 0; count < CALLS; count += 1) {
      const act = random.pick(acts);
      let failed: (reason: unknown) => void = () => undefined;
      const arrived = new Promise<void>((resolve, reject) => {
        failed = reject;
        bob.ua.once('invite', (invitation) => {
          resolve();
          if (act === 'cancel') return;
          if (act === 'refuse') void invitation.reject({ statusCode: 486 });
          else void invitation.accept().catch(() => undefined);
        });
      });
      const caller = alice.ua.invite('bob');
      caller.once('failed', () => failed(caller.getSnapshot().lastError));
      await arrived;
      const [callee] = [...bob.ua.sessions.values()].slice(-1);
      if (act === 'cancel' || act === 'at once') await caller.terminate().catch(() => undefined);
      else if (act !== 'refuse') {
        await until(() => caller.state === 'Established');
        if (act === 'hold') await caller.hold();
        if (act === 'cut caller') phones.network.closeSockets({ user: 'alice', clean: false });
        if (act === 'cut callee') phones.network.closeSockets({ user: 'bob', clean: false });
        await (act === 'callee' ? callee : caller)?.terminate().catch(() => undefined);
      }
      await until(() => [alice, bob].every(({ ua }) => ua.sessions.size === 0 && ua.isRegistered()));
    }

    expect(books.connections()).toBeGreaterThan(CALLS);
    await expect.poll(() => ({ ...books.open(), timers: 0 }), soon).toEqual({ connections: 0, tracks: 0, timers: 0 });
    expect(holdings()).toEqual(atStart);
    // For each phone keep-alive, refresh, the way back to a better server, and one for all transactions that linger; the
    // proxy in the page keeps answered calls for 32 s (RFC 3261 section 16.7).
    const { timers } = books.open();
    expect(timers).toBeLessThan(12 + 2 * CALLS);
    await phones.close();
    await expect.poll(() => books.open().timers, soon).toBeLessThan(6);
  },
  CALLS * 2000 + 30_000,
);
