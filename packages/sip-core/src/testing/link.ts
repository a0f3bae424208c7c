import type { Faults } from './faults.ts';
import { summarize } from './message-matcher.ts';
import { Timers } from './timers.ts';
import type { Trace, TracedMessage } from './trace.ts';
import type { Clock } from '../platform.ts';

/** How a connection ended; 1006 stands for one that ended without a word (RFC 6455 section 7.1.5). */
export interface CloseInfo {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
}

/** One end of a {@link Link}. */
export interface LinkEnd {
  onMessage?: (text: string) => void;
  onClose?: (info: CloseInfo) => void;
}

/** What a link takes from its network. */
export interface LinkServices {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly trace: Trace;
  /** Milliseconds each message takes, asked for each message. */
  readonly latency: () => number;
}

type Direction = 'in' | 'out';
type Item = { readonly text: string } | { readonly close: CloseInfo };

/** Milliseconds after which a browser gives up waiting for the other side's close frame. */
const CLOSE_TIMEOUT = 60_000;

/**
 * A connection between somebody and the server, both ends in memory. Each message arrives in a task of its own on the
 * clock and in order, however the latency changes.
 */
export class Link {
  readonly id: number;
  /** The address the server sees (RFC 5737). */
  readonly address: string;
  /** `client`: came in over a socket and is not trusted; `peer`: part of the network itself. */
  readonly kind: 'client' | 'peer';
  /** Who is at the far end; empty until registered. */
  user = '';
  /** Half-open: nothing arrives any more, and nobody is told. */
  frozen = false;
  readonly server: LinkEnd = {};
  readonly client: LinkEnd = {};
  readonly #services: LinkServices;
  readonly #timers: Timers;
  readonly #queues: Record<Direction, Item[]> = { in: [], out: [] };
  #serverOpen = true;
  #clientOpen = true;

  constructor(services: LinkServices, id: number, kind: 'client' | 'peer') {
    this.#services = services;
    this.#timers = new Timers(services.clock);
    this.id = id;
    this.kind = kind;
    this.address = `192.0.2.${((id - 1) % 254) + 1}`;
  }

  /** Whether the server may still send. */
  get open(): boolean {
    return this.#serverOpen;
  }

  sendToServer(text: string): void {
    if (this.#clientOpen) this.#transmit('in', text);
  }

  sendToClient(text: string): void {
    if (this.#serverOpen) this.#transmit('out', text);
  }

  /** Closes with a close frame, after what was sent before it. */
  closeByServer(code = 1001, reason = ''): void {
    if (!this.#serverOpen) return;
    this.#endServer({ code, reason, wasClean: true });
    this.#enqueue('out', { close: { code, reason, wasClean: true } });
  }

  /** Cuts the connection: both ends are told at once, what was under way is lost. */
  cut(): void {
    const info: CloseInfo = { code: 1006, reason: '', wasClean: false };
    this.#queues.in.length = 0;
    this.#queues.out.length = 0;
    this.#endServer(info);
    if (this.#clientOpen) this.#timers.after(0, () => this.#endClient(info));
  }

  closeByClient(code = 1005, reason = ''): void {
    if (!this.#clientOpen) return;
    this.#enqueue('in', { close: { code, reason, wasClean: true } });
    if (this.frozen) {
      this.#timers.after(CLOSE_TIMEOUT, () => this.#endClient({ code: 1006, reason: '', wasClean: false }));
    }
  }

  /** Drops everything without telling anybody. */
  destroy(): void {
    this.#clientOpen = false;
    this.#serverOpen = false;
    this.#timers.clear();
  }

  #transmit(direction: Direction, text: string): void {
    const summary = summarize(text);
    if (this.frozen) {
      this.#record(direction, 'frozen', text);
      return;
    }
    const fate = this.#services.faults.fate({ ...summary, direction, user: this.user, text });
    if (fate.copies.length === 0) this.#record(direction, fate.fault, text);
    for (const copy of fate.copies) {
      this.#record(direction, fate.fault, copy.text);
      if (copy.delay === 0) this.#enqueue(direction, { text: copy.text });
      else this.#timers.after(copy.delay, () => this.#enqueue(direction, { text: copy.text }));
    }
  }

  #enqueue(direction: Direction, item: Item): void {
    this.#queues[direction].push(item);
    this.#timers.after(this.#services.latency(), () => this.#deliver(direction));
  }

  #deliver(direction: Direction): void {
    const item = this.#queues[direction].shift();
    if (item === undefined || this.frozen) return;
    if ('text' in item) {
      if (direction === 'in' && this.#serverOpen) this.server.onMessage?.(item.text);
      if (direction === 'out' && this.#clientOpen) this.client.onMessage?.(item.text);
    } else if (direction === 'in') {
      this.#endServer(item.close);
      this.#enqueue('out', item);
    } else {
      this.#endClient(item.close);
    }
  }

  #endServer(info: CloseInfo): void {
    if (!this.#serverOpen) return;
    this.#serverOpen = false;
    this.server.onClose?.(info);
  }

  #endClient(info: CloseInfo): void {
    if (!this.#clientOpen) return;
    this.#clientOpen = false;
    this.#endServer(info);
    this.#timers.clear();
    this.client.onClose?.(info);
  }

  #record(direction: Direction, fault: TracedMessage['fault'], text: string): void {
    const { clock, trace } = this.#services;
    trace.record({ time: clock.now(), direction, link: this.id, user: this.user, fault }, text);
  }
}
