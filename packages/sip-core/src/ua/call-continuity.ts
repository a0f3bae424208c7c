import type { Emitter, Observer } from '../base/emitter.ts';
import { LazyMap } from '../base/lazy-map.ts';
import { LazySet } from '../base/lazy-set.ts';
import { NOTHING } from '../base/nothing.ts';
import { handled } from '../base/promises.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Executor, PageLeaving } from '../page-life.ts';
import { type CallRecord, dialogOf, recordCall } from '../session/call-record.ts';
import { party } from '../session/party.ts';
import { ResumedCall } from '../session/resumed-call.ts';
import type { Party } from '../session/session-snapshot.ts';
import type { Session } from '../session/session.ts';
import type { Phone } from './phone.ts';
import { type LeftCalls, ResumableCalls } from './resumable-calls.ts';
import { serverUrl } from './server-url.ts';
import type { UAEvents } from './ua-events.ts';
import type { UAStatus } from './ua-snapshot.ts';
import type { UserAgentEvents } from './user-agent.ts';

/** What happens to the calls of a page that is loaded again. */
export type ResumeCalls = 'automatic' | 'ask' | 'off';

/** A call of the page before that waits for somebody's word. */
export interface ResumableCall {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly remote: Party;
  /** Milliseconds since the epoch. */
  readonly answeredAt: number;
  /**
   * Takes the call up again. Resolves when its media are back.
   *
   * @throws NotResumedError when that is not possible; the call has ended then
   */
  resume(): Promise<Session>;
  /** Hangs up instead. */
  drop(): void;
}

/** A phone that is not to be reached anyway. */
const NOT_RUNNING: readonly UAStatus[] = ['idle', 'stopping', 'stopped'];

/** Seconds that a call waits for a word in the mode `ask`. */
const WORD = 30;
/** Milliseconds after which a far end that we left has found out by itself. */
const TOO_LATE = 180_000;

/**
 * What becomes of calls when their page goes. A page that is closed hangs up; one that is loaded anew leaves its calls
 * to the next. Which of the two it is, a page does not know while it goes, so somebody else waits and hangs up where no
 * next page comes: see docs/decisions/page-and-calls.md.
 */
export class CallContinuity implements Observer<UserAgentEvents> {
  readonly #phone: Phone;
  readonly #events: Emitter<UAEvents>;
  readonly #stops = new LazySet<() => void>();
  #executor: Executor | undefined;
  #waiting: readonly ResumableCall[] = NOTHING;
  /** What the waiting calls are made from. */
  readonly #records = new LazyMap<string, CallRecord>();
  #taken = false;
  #left = false;

  constructor(phone: Phone, events: Emitter<UAEvents>) {
    this.#phone = phone;
    this.#events = events;
    if (!this.#isOff) phone.userAgent.events.watch(this);
  }

  get #isOff(): boolean {
    return this.#phone.configuration.resumeCalls === 'off';
  }

  get #store(): ResumableCalls {
    const { core, platform } = this.#phone.userAgent;
    return new ResumableCalls(this.#isOff ? undefined : platform.storage, core.identity.uri.toString());
  }

  /** Milliseconds within which the next page must be there. */
  get #within(): number {
    return this.#phone.configuration.resumeWithin * 1000;
  }

  onSession(): void {
    // It needs a moment to begin, so it is there before it is needed.
    this.#executor ??= this.#phone.userAgent.platform.page?.openExecutor?.();
  }

  /** Calls that wait for a word. */
  get waiting(): readonly ResumableCall[] {
    return this.#waiting;
  }

  /** The user agent starts: watches the page, and takes over what the page before left. */
  begin(): void {
    const { userAgent } = this.#phone;
    if (this.#taken) return;
    this.#taken = true;
    const { page } = userAgent.platform;
    const stop = page?.watch((event, leaving) => {
      if (event === 'leaving') this.#leave(leaving);
      else if (this.#left) this.#back();
    });
    if (stop !== undefined) this.#stops.add(stop);
    const left = this.takeLeft();
    if (left !== undefined) this.takeUp(left);
  }

  /** Takes out what the page before left in this tab, and keeps it from being hung up. */
  takeLeft(): LeftCalls | undefined {
    const left = this.#store.take();
    for (const { id } of left?.calls ?? []) this.#phone.userAgent.platform.page?.recall?.(id);
    return left;
  }

  /** Goes on with calls that a page left, as the mode says. */
  takeUp(left: LeftCalls): void {
    const { userAgent, configuration } = this.#phone;
    const age = userAgent.platform.clock.now() - left.leftAt;
    for (const record of left.calls) {
      const dialog = dialogOf(record);
      if (dialog === undefined || age < 0 || age > TOO_LATE) continue;
      if (age > this.#within) void this.#hangUp(dialog);
      else if (configuration.resumeCalls === 'automatic') void handled(this.#resume(record, dialog));
      else this.#wait(record, dialog);
    }
  }

  dispose(): void {
    this.#phone.userAgent.events.unwatch(this);
    for (const stop of [...this.#stops]) stop();
    this.#stops.clear();
    this.#executor?.close();
  }

  #back(): void {
    this.#left = false;
    void handled(this.#phone.start());
  }

  #leave(leaving: PageLeaving): void {
    const { registerer, userAgent } = this.#phone;
    if (NOT_RUNNING.includes(this.#phone.getSnapshot().status)) return;
    this.#left = true;
    if (this.#isOff || leaving.kept || !userAgent.isConnected()) {
      void handled(this.#phone.stop());
      return;
    }
    this.#keep(leaving);
    if (registerer.state === 'Registered') void handled(registerer.unregister());
  }

  /** Leaves what can be left to the next page, and ends the rest. */
  #keep(leaving: PageLeaving): void {
    const { userAgent, configuration } = this.#phone;
    const { clock } = userAgent.platform;
    const executor = this.#executor?.ready === true ? this.#executor : undefined;
    const store = this.#store;
    const mayStay = executor !== undefined || leaving.reload;
    const server = serverUrl(configuration.wsServers, userAgent.transport.server);
    const records = [...this.#records.values()];
    const wills = new Map<Session, { id: string; bye: string }>();
    for (const session of userAgent.sessions.values()) {
      const { dialog } = session.context;
      // Its BYE takes a number, so it is written first.
      const bye = dialog === undefined ? '' : userAgent.core.write(dialog.createRequest('BYE'));
      const record = mayStay && records.length < store.most ? recordCall(session.context) : undefined;
      if (record === undefined) continue;
      records.push(record);
      wills.set(session, { id: record.id, bye });
    }
    const kept = records.length > 0 && store.leave({ leftAt: clock.now(), calls: records });
    for (const session of userAgent.sessions.values()) {
      const will = kept ? wills.get(session) : undefined;
      if (will !== undefined) executor?.entrust({ id: will.id, delay: this.#within, server, messages: [will.bye] });
      else if (!session.context.isEnding()) void handled(session.terminate());
    }
  }

  #wait(record: CallRecord, dialog: Dialog): void {
    const { clock } = this.#phone.userAgent.platform;
    const done = (): void => {
      clock.clearTimeout(timer);
      this.#records.delete(record.id);
      this.#show(this.#waiting.filter(({ id }) => id !== record.id));
    };
    const drop = (): void => {
      done();
      void this.#hangUp(dialog);
    };
    const timer = clock.setTimeout(drop, WORD * 1000);
    const remote = NameAddr.parse(record.remote);
    if (remote === undefined) return;
    const { id, direction, answeredAt } = record;
    this.#records.set(id, record);
    const resume = (): Promise<Session> => {
      done();
      return handled(this.#resume(record, dialog));
    };
    this.#show([...this.#waiting, Object.freeze({ id, direction, answeredAt, remote: party(remote), resume, drop })]);
  }

  #show(waiting: readonly ResumableCall[]): void {
    this.#waiting = Object.freeze(waiting);
    this.#events.emit('resumable', this.#waiting);
  }

  async #resume(record: CallRecord, dialog: Dialog): Promise<Session> {
    const { userAgent } = this.#phone;
    const deadline = userAgent.platform.clock.now() + this.#within;
    const call = new ResumedCall(userAgent, record, dialog);
    call.begin();
    if (!(await this.#reachable(deadline))) throw call.giveUpOn('there is no connection to the server.');
    await call.takeUp(deadline);
    this.#events.emit('resumed', call);
    return call;
  }

  /** Ends a call of the page before, as soon as there is a way to say so. */
  async #hangUp(dialog: Dialog): Promise<void> {
    const { userAgent } = this.#phone;
    if (!(await this.#reachable(userAgent.platform.clock.now() + TOO_LATE))) return;
    const nothing = (): void => undefined;
    userAgent.core.send(dialog.createRequest('BYE'), { onFinal: nothing, onFailure: nothing }, dialog);
  }

  /** Waits until requests go out, and those of the far end find us. @returns whether they do by the deadline */
  #reachable(deadline: number): Promise<boolean> {
    const { registerer, userAgent } = this.#phone;
    const { clock } = userAgent.platform;
    const up = (): boolean =>
      userAgent.isConnected() && (!this.#phone.wantsRegistration || registerer.state === 'Registered');
    if (up()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (reached: boolean): void => {
        clock.clearTimeout(timer);
        for (const stop of stops) stop();
        this.#stops.delete(giveUp);
        resolve(reached);
      };
      const check = (): void => {
        if (up()) end(true);
      };
      const giveUp = (): void => end(false);
      const timer = clock.setTimeout(giveUp, Math.max(0, deadline - clock.now()));
      const stops = [userAgent.transport.events.on('connected', check), registerer.events.on('registered', check)];
      this.#stops.add(giveUp);
    });
  }
}
