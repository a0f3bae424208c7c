'use client';

import type { SharedUA, UA } from '@hookswitch/sip-core';
import { handled } from '../handled.ts';
import { createSessionActions, type SessionActions } from '../session/session-actions.ts';
import { createSipStore, type SipStore } from '../store/create-sip-store.ts';
import { selectHasSession, selectSession } from '../store/selectors.ts';
import type { StopPolicy } from './stop-policy.ts';

/** How many sets of actions may gather before those of forgotten sessions are dropped. */
const ACTIONS_LIMIT = 128;

/**
 * What ties a user agent to React: its store, the actions of its sessions, and the count of providers that hold it.
 *
 * The last release stops nothing at once. StrictMode and Fast Refresh let go and take hold again within one task, so
 * the decision waits for the next; a call under way makes it wait until that has ended.
 */
export class UABinding {
  readonly ua: UA;
  /** The tabs that share the user agent, where they do: it then runs in one of them at a time. */
  readonly shared: SharedUA | null;
  readonly store: SipStore;
  /** What can be done with the user agent, as functions that keep their identity and reject rather than throw. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly register: () => Promise<void>;
  readonly unregister: () => Promise<void>;
  readonly #actions = new Map<string | null, SessionActions>();
  #holders = 0;
  /** Whether somebody wants it started, which may have to wait for a stop; and whether that was done. */
  #wanted = false;
  #started = false;
  #stopping: Promise<unknown> | undefined;
  #cancelRelease: (() => void) | undefined;

  constructor(ua: UA, shared: SharedUA | null = null) {
    this.ua = ua;
    this.shared = shared;
    this.store = createSipStore(ua, { attach: false });
    this.start = () => handled(settle(() => (shared === null ? ua.start() : join(shared))));
    this.stop = () => handled(settle(() => (shared ?? ua).stop()));
    this.register = () => handled(settle(() => ua.register()));
    this.unregister = () => handled(settle(() => ua.unregister()));
  }

  /** How many providers hold the user agent. */
  get holders(): number {
    return this.#holders;
  }

  /**
   * Takes hold of the user agent; the first to do so has it followed and, unless told otherwise, started.
   *
   * @param options - `after` is a binding to stop first: this one starts when that has stopped
   * @returns a function that lets go again; a second call of it does nothing
   */
  retain(options: { autoStart: boolean; stopPolicy: StopPolicy; after?: UABinding | undefined }): () => void {
    this.#holders += 1;
    this.#cancelRelease?.();
    this.store.attach();
    // Another provider may hold the old one too; then it is not ours to stop.
    if (options.after?.holders === 0) this.#stopping = options.after.#retire();
    if (options.autoStart) this.#start();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#releaseSoon(options.stopPolicy);
    };
  }

  /** The actions of a session; the same object each time. Without an id, actions that are refused. */
  actions(id: string | null): SessionActions {
    const known = this.#actions.get(id);
    if (known !== undefined) return known;
    if (this.#actions.size >= ACTIONS_LIMIT) this.#forgetActions();
    const actions = createSessionActions(this.ua, this.store, id);
    this.#actions.set(id, actions);
    return actions;
  }

  #forgetActions(): void {
    const state = this.store.getState();
    for (const id of this.#actions.keys()) {
      if (id !== null && selectSession(state, id) === null) this.#actions.delete(id);
    }
  }

  #start(): void {
    this.#wanted = true;
    if (this.#stopping === undefined) this.#startIfWanted();
    else void this.#stopping.then(() => this.#startIfWanted());
  }

  #startIfWanted(): void {
    if (!this.#wanted || this.#started) return;
    this.#started = true;
    // The failure is in the snapshot, where the hooks read it.
    void this.start();
  }

  #releaseSoon(policy: StopPolicy): void {
    const timer = setTimeout(() => {
      this.#cancelRelease = undefined;
      this.#release(policy);
    }, 0);
    this.#cancelRelease = () => {
      clearTimeout(timer);
      this.#cancelRelease = undefined;
    };
  }

  #release(policy: StopPolicy): void {
    if (policy === 'idle' && selectHasSession(this.store.getState())) {
      this.#cancelRelease = this.#whenIdle(() => this.#releaseSoon(policy));
      return;
    }
    if (policy === 'never') this.store.detach();
    else void this.#retire();
  }

  #whenIdle(act: () => void): () => void {
    const unsubscribe = this.store.subscribe((state) => {
      if (selectHasSession(state)) return;
      this.#cancelRelease?.();
      act();
    });
    return () => {
      unsubscribe();
      this.#cancelRelease = undefined;
    };
  }

  /** Stops the user agent if it runs; settles when it has stopped. The store follows it to the end. */
  #retire(): Promise<unknown> {
    this.#cancelRelease?.();
    const stoppedItself = this.shared === null && this.ua.getSnapshot().status === 'stopped';
    const running = this.#started ? !stoppedItself : this.#runs();
    this.#wanted = false;
    this.#started = false;
    const before = this.#stopping;
    const stopped = running ? this.stop().catch(() => undefined) : undefined;
    const all = Promise.all([before, stopped]).then(() => {
      if (this.#stopping !== all) return;
      this.#stopping = undefined;
      if (this.#holders === 0) this.store.detach();
    });
    this.#stopping = all;
    return all;
  }

  #runs(): boolean {
    if (this.shared !== null && this.shared.getSnapshot().role !== 'waiting') return true;
    return ['connecting', 'connected', 'reconnecting'].includes(this.ua.getSnapshot().status);
  }
}

const bindings = new WeakMap<UA, UABinding>();

/**
 * The binding of a user agent: one for each, however many providers hold it.
 *
 * @param shared - the tabs that share it, where they do
 */
export function bindingOf(ua: UA, shared: SharedUA | null = null): UABinding {
  const known = bindings.get(ua);
  if (known !== undefined) return known;
  const binding = new UABinding(ua, shared);
  bindings.set(ua, binding);
  return binding;
}

/** Joins the other tabs; where this one leads already, its phone is switched on again. */
async function join(shared: SharedUA): Promise<void> {
  shared.start();
  if (shared.getSnapshot().role === 'leader') await shared.ua.start();
}

/** An act as a promise of nothing; what it throws at once becomes a rejection too. */
async function settle(act: () => Promise<unknown>): Promise<void> {
  await act();
}
