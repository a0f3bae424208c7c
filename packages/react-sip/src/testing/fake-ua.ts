import {
  type Clock,
  type RegistrationSnapshot,
  type SessionSnapshot,
  systemClock,
  type UA,
  type UASnapshot,
} from '@hookswitch/sip-core';
import { FakeInvitation, FakeSession } from './fake-session.ts';
import { sessionSnapshot, uaSnapshot } from './snapshots.ts';

type Listener = (...args: readonly unknown[]) => void;

/** A user agent without a network: tests say what changes, and read what was asked of it. */
export class FakeUA implements Pick<UA, 'getSnapshot' | 'start' | 'stop'> {
  /** What was asked, in order. */
  readonly log: string[] = [];
  readonly sessions = new Map<string, FakeSession>();
  readonly userAgent: { readonly platform: { readonly clock: Clock } } = { platform: { clock: systemClock() } };
  /** Whether `stop()` takes until {@link FakeUA.finishStop} is called, instead of no time. */
  slowStop = false;
  readonly #name: string;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #snapshot: UASnapshot = uaSnapshot();
  #stopped: (() => void) | undefined;

  /**
   * @param log - shared by several user agents when their order matters
   */
  constructor(name = '', log?: string[]) {
    this.#name = name;
    if (log !== undefined) this.log = log;
  }

  /** For whoever wants a UA. This has all that the bindings use of one, but not its private fields. */
  get asUA(): UA {
    return this as unknown as UA;
  }

  get subscribers(): number {
    return this.#subscribers.size;
  }

  listeners(event: string): number {
    return this.#listeners.get(event)?.size ?? 0;
  }

  getSnapshot(): UASnapshot {
    return this.#snapshot;
  }

  /** That of the snapshot; the fake follows nobody's state. */
  subscribe(listener: () => void): () => void {
    this.#subscribers.add(listener);
    return () => this.#subscribers.delete(listener);
  }

  async start(): Promise<void> {
    this.#note('start');
    this.update({ status: 'connected', server: 'wss://sip.example.com' });
  }

  async stop(): Promise<void> {
    this.#note('stop');
    this.update({ status: 'stopping' });
    if (this.slowStop) await new Promise<void>((resolve) => (this.#stopped = resolve));
    this.#note('stopped');
    this.update({ status: 'stopped' });
  }

  finishStop(): void {
    this.#stopped?.();
  }

  async register(): Promise<void> {
    this.#note('register');
    this.registration({ status: 'registered', expiresAt: 600_000 });
  }

  async unregister(): Promise<void> {
    this.#note('unregister');
    this.registration({ status: 'unregistered', expiresAt: null });
  }

  invite(target: string): FakeSession {
    if (target === '') throw new TypeError('No target');
    return this.add(`out-${target}`, { direction: 'outgoing', phase: 'dialing' });
  }

  on(event: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  emit(event: string, ...args: readonly unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...args);
  }

  /** Changes the snapshot and tells. */
  update(changes: Partial<UASnapshot>): void {
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...changes });
    for (const subscriber of [...this.#subscribers]) subscriber();
  }

  registration(changes: Partial<RegistrationSnapshot>): void {
    this.update({ registration: { ...this.#snapshot.registration, ...changes } });
  }

  /** A new session. */
  add(id: string, changes: Partial<SessionSnapshot> = {}): FakeSession {
    const snapshot = sessionSnapshot(id, changes);
    const note = (act: string): void => this.#note(`${act} ${id}`);
    const session = snapshot.direction === 'incoming' ? new FakeInvitation(id, note) : new FakeSession(id, note);
    this.sessions.set(id, session);
    this.update({ sessions: [...this.#live(), snapshot] });
    return session;
  }

  /** Changes a session; one that is over stays in the snapshot until the next change. */
  change(id: string, changes: Partial<SessionSnapshot>): void {
    const sessions = this.#live().map((session) => {
      return session.id === id ? Object.freeze({ ...session, ...changes }) : session;
    });
    if (changes.state === 'Terminated') this.sessions.delete(id);
    this.update({ sessions });
  }

  #live(): readonly SessionSnapshot[] {
    return this.#snapshot.sessions.filter((session) => session.state !== 'Terminated');
  }

  #note(act: string): void {
    this.log.push(this.#name === '' ? act : `${this.#name} ${act}`);
  }
}
