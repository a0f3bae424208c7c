import { LazyMap } from '../base/lazy-map.ts';
import { LazySet } from '../base/lazy-set.ts';
import { TimerSet } from '../base/timer-set.ts';
import { reinvite } from '../session/reinvite.ts';
import type { Session } from '../session/session.ts';
import { RequestTimeoutError, ResponseError } from '../user-agent/request-errors.ts';
import { LooseEnds } from './loose-ends.ts';
import type { Phone } from './phone.ts';

/** Milliseconds to wait after each attempt that failed; then the call is left as it is. */
const WAITS: readonly number[] = [500, 1000, 2000, 4000, 8000, 8000, 8000];

/**
 * Milliseconds that the called side leaves the caller to mend a path they both have lost: two re-INVITEs that cross cost
 * seconds (RFC 3261 section 14.1).
 */
const COURTESY = 1000;

/** Answers that pass: the far end, or the way there, is not back yet. 430 is a flow that has failed (RFC 5626). */
const PASSING: ReadonlySet<number> = new Set([404, 408, 410, 430, 480, 491, 500, 502, 503, 504]);

/**
 * Keeps calls alive across a lost connection, and across a media path that has failed. Once connected and registered
 * again it sends a re-INVITE in each established call: the far end, and the proxies between, learn where we are now
 * (RFC 3261 section 12.2), and ICE restarts where the media are down (RFC 8445 section 2.4). A refusal leaves the call
 * as it is; one that may pass, such as 480 while the far end is not back itself, is followed by further attempts. Calls
 * that ended meanwhile are ended at the far end, too.
 */
export class SessionRecovery {
  readonly #phone: Phone;
  readonly #timers: TimerSet<string>;
  readonly #looseEnds: LooseEnds;
  /** Calls that the far end may no longer reach us in. */
  readonly #stale = new LazySet<Session>();
  /** Calls with a re-INVITE under way. */
  readonly #busy = new LazySet<Session>();
  /** Attempts that have failed, by call. */
  readonly #failures = new LazyMap<Session, number>();

  constructor(phone: Phone) {
    const { userAgent } = phone;
    this.#phone = phone;
    this.#timers = new TimerSet(userAgent.platform.clock);
    this.#looseEnds = new LooseEnds(userAgent);
  }

  /** The connection is gone. */
  disconnected(): void {
    this.#timers.stopAll();
    this.#failures.clear();
    for (const session of this.#phone.userAgent.sessions.values()) this.#stale.add(session);
  }

  /** Requests of the far end find us again. */
  reachable(): void {
    this.#looseEnds.tie();
    for (const session of this.#stale) {
      session.context.lastAck?.send();
      void this.#refresh(session);
    }
  }

  /** A call begins. */
  watch(session: Session): void {
    this.#watchMedia(session);
    this.#looseEnds.watch(session);
  }

  /** Whether somebody waits for us: a call is up, or has ended here and not at the far end. */
  get urgent(): boolean {
    return this.#phone.userAgent.sessions.size > 0 || this.#looseEnds.size > 0;
  }

  /** No timer is left. */
  dispose(): void {
    this.#timers.stopAll();
    this.#looseEnds.clear();
  }

  #watchMedia(session: Session): void {
    // Read field by field here: a snapshot that somebody has seen whole is copied before its next change.
    const { snapshots } = session.context;
    let before = snapshots.read('media').connection;
    session.subscribe(() => {
      const { connection } = snapshots.read('media');
      if (connection === before) return;
      before = connection;
      if (connection === 'failed' && this.#isUp()) void this.#refresh(session);
      if (connection === 'disconnected') {
        const wait = session.direction === 'outgoing' ? 0 : COURTESY;
        this.#timers.start(`path of ${session.id}`, wait, () => {
          if (this.#isUp()) void this.#refresh(session);
        });
      } else {
        this.#timers.stop(`path of ${session.id}`);
      }
    });
  }

  async #refresh(session: Session): Promise<void> {
    if (session.state !== 'Established' || this.#busy.has(session)) return;
    const { connection } = session.context.snapshots.read('media');
    const iceRestart = connection === 'failed' || connection === 'disconnected';
    if (!iceRestart && !this.#stale.has(session)) return;
    this.#busy.add(session);
    this.#timers.stop(session.id);
    let again = false;
    try {
      await reinvite(session.context, { sessionDescriptionHandlerOptions: { iceRestart }, keepOnSilence: true });
      this.#stale.delete(session);
      this.#failures.delete(session);
      // The media may have failed while we asked for something else.
      again = !iceRestart && session.context.snapshots.read('media').connection === 'failed';
    } catch (error) {
      this.#phone.userAgent.platform.logger.log('info', 'ua', 'a call was not refreshed', error);
      again = mayPass(error);
    } finally {
      this.#busy.delete(session);
    }
    if (again) this.#again(session);
  }

  #again(session: Session): void {
    // Without a connection there is nothing to wait for here: the next one starts anew.
    if (session.context.isEnding() || !this.#isUp()) return;
    const failures = this.#failures.get(session) ?? 0;
    const wait = WAITS[failures];
    if (wait === undefined) return;
    this.#failures.set(session, failures + 1);
    this.#timers.start(session.id, wait, () => void this.#refresh(session));
  }

  #isUp(): boolean {
    const { wantsRegistration, registerer, userAgent } = this.#phone;
    return userAgent.isConnected() && (!wantsRegistration || registerer.state === 'Registered');
  }

  /** A call has ended. */
  forget(session: Session): void {
    this.#stale.delete(session);
    this.#failures.delete(session);
    this.#timers.stop(session.id);
    this.#timers.stop(`path of ${session.id}`);
  }
}

function mayPass(error: unknown): boolean {
  if (error instanceof ResponseError) return PASSING.has(error.statusCode);
  return error instanceof RequestTimeoutError;
}
