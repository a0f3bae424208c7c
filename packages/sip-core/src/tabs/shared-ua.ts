import { type ErrorInfo, errorInfo, InvalidStateError, SipError } from '../base/errors.ts';
import { randomHex } from '../base/identifiers.ts';
import { handled } from '../base/promises.ts';
import { SnapshotStore } from '../base/snapshot.ts';
import type { TabChannel } from '../page-tabs.ts';
import type { TimerHandle } from '../platform.ts';
import type { Session } from '../session/session.ts';
import type { UASnapshot } from '../ua/ua-snapshot.ts';
import type { UA } from '../ua/ua.ts';
import { Leadership } from './leadership.ts';
import { readTabMessage, type TabAct, type TabMessage } from './tab-message.ts';

/** What a tab is: not yet sure, the one that has the phone, or one of the others. */
export type TabRole = 'waiting' | 'leader' | 'follower';

/** A phone that several tabs share, at one moment: frozen and serialisable. */
export interface SharedSnapshot {
  readonly role: TabRole;
  /** The phone, in whichever tab it is: calls ring and are heard there. */
  readonly phone: UASnapshot;
}

/** An act failed in the tab that has the phone, or there is none. */
export class TabActError extends SipError {
  override readonly code = 'TAB_ACT';
  /** What went wrong there; `null` when nobody answered. */
  readonly reason: ErrorInfo | null;

  constructor(reason: ErrorInfo | null) {
    super(reason?.message ?? 'The tab that has the phone does not answer.');
    this.reason = reason;
  }
}

/** Milliseconds that the tab with the phone has to settle an act. */
const PATIENCE = 40_000;

/**
 * One phone for all tabs of an account. One tab leads: it is connected, registered, rings and has the media of every
 * call. The others show its calls and hand on what is to be done. When the leader goes, another takes its place.
 *
 * @example
 * ```ts
 * const shared = new SharedUA(new UA({ uri: 'alice@example.com', password, wsServers, resumeCalls: 'automatic' }));
 * shared.subscribe(() => show(shared.getSnapshot()));
 * shared.start();
 * await shared.act({ name: 'call', target: 'bob' });
 * ```
 */
export class SharedUA {
  /** The user agent of this tab; it runs while the tab leads. */
  readonly ua: UA;
  readonly #name: string;
  readonly #id: string;
  readonly #snapshots: SnapshotStore<SharedSnapshot>;
  readonly #acts = new Map<string, { settle: (error: ErrorInfo | null) => void; timer: TimerHandle }>();
  #leadership: Leadership | undefined;
  #channel: TabChannel | undefined;
  #unfollow: (() => void) | undefined;

  /**
   * Opens nothing yet.
   *
   * @param ua - one that was not started; this starts and stops it
   * @param options - `name`: tabs of one name share; default the address of the account
   */
  constructor(ua: UA, options: { readonly name?: string } = {}) {
    const { platform, core } = ua.userAgent;
    this.ua = ua;
    this.#name = `hookswitch.${options.name ?? core.identity.uri.toString()}`;
    this.#id = randomHex(platform.random, 8);
    this.#snapshots = new SnapshotStore<SharedSnapshot>({ role: 'waiting', phone: ua.getSnapshot() }, (error) => {
      platform.logger.log('error', 'tabs', 'a listener threw', error);
    });
  }

  getSnapshot(): SharedSnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#snapshots.subscribe(listener);
  }

  /** Joins the other tabs, and leads where nobody does. */
  start(): void {
    if (this.#leadership !== undefined) return;
    const { platform } = this.ua.userAgent;
    const { tabs } = platform;
    // Alone, it is a phone like any other.
    this.#channel = tabs?.open(this.#name, (message) => this.#receive(readTabMessage(message)));
    this.#leadership = new Leadership({
      platform,
      tabs: tabs ?? { open: () => ({ post: () => undefined, close: () => undefined }), lock: alone },
      name: this.#name,
      id: this.#id,
      ask: () => this.#post({ kind: 'hello', from: this.#id }),
      claim: () => this.#post({ kind: 'claim', from: this.#id }),
      won: () => this.#lead(),
      lost: () => this.#follow(),
    });
    this.#post({ kind: 'hello', from: this.#id });
    this.#leadership.start();
  }

  /** Leaves the other tabs; calls of this one end. */
  async stop(): Promise<void> {
    const leadership = this.#leadership;
    if (leadership === undefined) return;
    this.#leadership = undefined;
    this.#unfollow?.();
    if (leadership.leads) await this.ua.stop();
    this.#post({ kind: 'gone', from: this.#id });
    leadership.stop();
    this.#channel?.close();
    this.#channel = undefined;
    for (const id of [...this.#acts.keys()]) this.#settle(id, errorInfo(new InvalidStateError('act', 'stopped')));
    this.#snapshots.update({ role: 'waiting', phone: this.ua.getSnapshot() });
  }

  /**
   * Does something with a call, or places one, in the tab that has the phone. Resolves when it is done there.
   *
   * @throws {@link TabActError} when it fails there, or nobody answers
   */
  act(act: TabAct): Promise<void> {
    if (this.#leadership?.leads === true) return handled(this.#perform(act));
    const { clock, random } = this.ua.userAgent.platform;
    const id = randomHex(random, 8);
    const done = new Promise<void>((resolve, reject) => {
      const timer = clock.setTimeout(() => {
        this.#acts.delete(id);
        reject(new TabActError(null));
      }, PATIENCE);
      const settle = (error: ErrorInfo | null): void => {
        if (error === null) resolve();
        else reject(new TabActError(error));
      };
      this.#acts.set(id, { settle, timer });
    });
    this.#post({ kind: 'act', from: this.#id, id, act });
    return handled(done);
  }

  #post(message: TabMessage): void {
    this.#channel?.post(message);
  }

  #receive(message: TabMessage | undefined): void {
    if (message === undefined || message.from === this.#id) return;
    const leads = this.#leadership?.leads === true;
    switch (message.kind) {
      case 'hello':
        if (leads) this.#tell();
        return;
      case 'leading':
        this.#leadership?.heard('leading', message.from);
        if (this.#leadership?.leads !== true) this.#show(message.snapshot);
        return;
      case 'claim':
        if (leads) this.#tell();
        else this.#leadership?.heard('claim', message.from);
        return;
      case 'gone':
        this.#leadership?.heard('gone', message.from);
        return;
      case 'act':
        if (leads) void this.#serve(message.id, message.act);
        return;
      case 'done':
        this.#settle(message.id, message.error);
        return;
      case 'left':
        if (leads) this.ua.continuity.takeUp(message.left);
    }
  }

  #lead(): void {
    this.#unfollow?.();
    const show = (): void => {
      this.#snapshots.update({ role: 'leader', phone: this.ua.getSnapshot() });
      this.#tell();
    };
    this.#unfollow = this.ua.subscribe(show);
    show();
    // A failure is in the snapshot.
    void handled(this.ua.start());
  }

  #follow(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    void handled(this.ua.stop());
  }

  /** The leader's phone, seen from here. */
  #show(phone: UASnapshot): void {
    const { role } = this.#snapshots.get();
    this.#snapshots.update({ role: 'follower', phone });
    if (role === 'follower') return;
    // The page before this one led: its calls go on where the phone is now.
    const left = this.ua.continuity.takeLeft();
    if (left !== undefined) this.#post({ kind: 'left', from: this.#id, left });
  }

  #tell(): void {
    this.#post({ kind: 'leading', from: this.#id, snapshot: this.ua.getSnapshot() });
  }

  async #serve(id: string, act: TabAct): Promise<void> {
    const outcome = await this.#perform(act).then(
      () => null,
      (error: unknown) => errorInfo(error),
    );
    this.#post({ kind: 'done', from: this.#id, id, error: outcome });
  }

  #settle(id: string, error: ErrorInfo | null): void {
    const waiting = this.#acts.get(id);
    if (waiting === undefined) return;
    this.#acts.delete(id);
    this.ua.userAgent.platform.clock.clearTimeout(waiting.timer);
    waiting.settle(error);
  }

  async #perform(act: TabAct): Promise<void> {
    if (act.name === 'call') {
      this.ua.invite(act.target);
      return;
    }
    const session = this.ua.sessions.get(act.session);
    if (session === undefined) throw new InvalidStateError('act on the call', 'ended');
    await perform(session, act);
  }
}

/** @returns when it is done; throws as the session does */
async function perform(session: Session, act: Exclude<TabAct, { readonly name: 'call' }>): Promise<void> {
  switch (act.name) {
    case 'answer':
      return session.accept();
    case 'hangUp':
      return session.terminate();
    case 'hold':
      return session.hold();
    case 'unhold':
      return session.unhold();
    case 'mute':
      session.mute();
      return;
    case 'unmute':
      session.unmute();
      return;
    case 'dtmf':
      return session.dtmf(act.tones);
    case 'transfer':
      return session.refer(act.target);
  }
}

/** The lock of somebody who is alone. */
function alone(_name: string, held: () => void): () => void {
  held();
  return () => undefined;
}
