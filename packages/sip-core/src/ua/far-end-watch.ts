import type { Observer } from '../base/emitter.ts';
import { receives, sends } from '../media/direction.ts';
import { sendBye } from '../session/bye.ts';
import { sendInDialog } from '../session/dialog-request.ts';
import { endCause } from '../session/end-cause.ts';
import type { SessionContext } from '../session/session-context.ts';
import type { SessionEvents } from '../session/session-events.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';
import type { TimerHandle } from '../platform.ts';

/** Milliseconds between two looks. */
const LOOKS = 2_500;
/** Milliseconds without a packet after which the far end is asked. */
const SILENT = 10_000;
/** Milliseconds between two questions: while there is no answer, while there is one, and while nothing is to be heard. */
const PAUSES = { unanswered: 5_000, answered: 30_000, hold: 60_000 };
/** Milliseconds that an answer may take. */
const PATIENCE = 8_000;
/** Milliseconds without an answer on hold, or without sound and without our own connection: nobody can be there any more. */
const CUT_OFF = 180_000;

/** Answers of servers that did not reach the far end. All others are its own, and a sign of life. */
const NOT_REACHED: ReadonlySet<number> = new Set([404, 408, 410, 430, 477, 478, 480, 500, 502, 503, 504]);

/**
 * Watches the far end of a call once it is answered; see {@link FarEndWatch}.
 *
 * @param timeout - milliseconds; 0 does not watch
 */
export function watchFarEnd(session: Session, timeout: number): void {
  if (timeout <= 0) return;
  const watch = new FarEndWatch(session, timeout);
  session.context.events.watch(watch);
  watch.onStateChange(session.state);
}

/** What a question brought. */
type Answer = 'alive' | 'gone' | 'none';

/**
 * Notices that the far end of a call has vanished without a word. Media that stop are no proof: phones that are muted, or
 * save bandwidth, may send nothing. So whoever is silent is asked, by an OPTIONS within the dialog (RFC 3261 section 11),
 * and only who neither is heard nor answers is given up. On hold nothing is to be heard, and the far end is asked once a
 * minute. What our own connection keeps from arriving is not held against anybody.
 */
export class FarEndWatch implements Observer<SessionEvents> {
  readonly #session: Session;
  readonly #context: SessionContext;
  readonly #timeout: number;
  #timer: TimerHandle | undefined;
  #over = false;
  #packets = -1;
  #heardAt = 0;
  #askedAt = 0;
  #asking = false;
  /** Since when questions are left without an answer. */
  #unansweredSince: number | undefined;
  /** Number of the far end's last request. */
  #sequence: number | undefined;

  /** @param timeout - milliseconds of silence after which a far end that does not answer is given up */
  constructor(session: Session, timeout: number) {
    this.#session = session;
    this.#context = session.context;
    this.#timeout = timeout;
  }

  onStateChange(state: SessionState): void {
    if (state === 'Established') {
      this.#heardAt = this.#now;
      this.#askedAt = this.#now;
      this.#again();
    } else if (state === 'Terminated') {
      this.#over = true;
      this.#context.platform.clock.clearTimeout(this.#timer);
    }
  }

  get #now(): number {
    return this.#context.platform.clock.now();
  }

  get #silence(): number {
    return this.#now - this.#heardAt;
  }

  #again(): void {
    this.#timer = this.#context.platform.clock.setTimeout(() => void this.#look(), LOOKS);
  }

  async #look(): Promise<void> {
    const packets = await this.#count();
    if (this.#over) return;
    this.#again();
    const expected = this.#expected();
    this.#listen(packets, expected);
    this.#show();
    if (this.#context.core.transport.state !== 'connected') {
      if (this.#silence > CUT_OFF) this.#end(null);
      return;
    }
    const unanswered = this.#unansweredSince === undefined ? 0 : this.#now - this.#unansweredSince;
    const silentFor = expected ? this.#silence : 0;
    if (unanswered > 0 && (silentFor >= this.#timeout || unanswered >= CUT_OFF)) this.#end(408);
    else if (this.#isDue(silentFor, expected)) void this.#ask();
  }

  /** Takes note of every sign of life. */
  #listen(packets: number | undefined, expected: boolean): void {
    const { connection } = this.#context.snapshots.read('media');
    const broken = connection === 'disconnected' || connection === 'failed';
    const heard = packets === undefined ? !broken : packets !== this.#packets;
    if (heard || !expected) this.#heardAt = this.#now;
    if (heard && packets !== undefined) this.#unansweredSince = undefined;
    this.#packets = packets ?? this.#packets;
    const sequence = this.#context.dialog?.remoteSequence;
    if (sequence !== this.#sequence) this.#unansweredSince = undefined;
    this.#sequence = sequence;
  }

  #isDue(silentFor: number, expected: boolean): boolean {
    if (this.#asking || (expected && silentFor < SILENT)) return false;
    // A silence that has just been noticed is asked about at once.
    if (expected && this.#askedAt < this.#heardAt) return true;
    const answered = expected ? PAUSES.answered : PAUSES.hold;
    return this.#now - this.#askedAt >= (this.#unansweredSince === undefined ? answered : PAUSES.unanswered);
  }

  /** Packets received so far; nothing where the media do not count. */
  async #count(): Promise<number | undefined> {
    try {
      const report = await this.#session.sessionDescriptionHandler?.getStats?.();
      if (report === undefined) return undefined;
      let packets = 0;
      report.forEach((entry: Readonly<Record<string, unknown>>) => {
        const received = entry['type'] === 'inbound-rtp' ? entry['packetsReceived'] : 0;
        if (typeof received === 'number') packets += received;
      });
      return packets;
    } catch {
      return undefined;
    }
  }

  /** Whether anything is to be heard. */
  #expected(): boolean {
    const { snapshots } = this.#context;
    const hold = snapshots.read('hold');
    const media = snapshots.read('media');
    if (hold.local || hold.remote) return false;
    return [media.audio, media.video].some((line) => line !== null && sends(line.remote) && receives(line.local));
  }

  async #ask(): Promise<void> {
    const began = this.#now;
    this.#asking = true;
    this.#askedAt = began;
    const answer = await this.#question();
    this.#asking = false;
    if (this.#over) return;
    if (answer === 'gone') {
      this.#end(481);
      return;
    }
    this.#unansweredSince = answer === 'alive' ? undefined : (this.#unansweredSince ?? began);
    this.#show();
  }

  #question(): Promise<Answer> {
    const { dialog, platform } = this.#context;
    if (dialog === undefined) return Promise.resolve('alive');
    return new Promise((resolve) => {
      const timer = platform.clock.setTimeout(() => resolve('none'), PATIENCE);
      const forget = this.#context.atEnd(() => platform.clock.clearTimeout(timer));
      const done = (answer: Answer): void => {
        platform.clock.clearTimeout(timer);
        forget();
        resolve(answer);
      };
      sendInDialog(this.#context, dialog, dialog.createRequest('OPTIONS')).then(
        ({ statusCode }) => done(statusCode === 481 ? 'gone' : NOT_REACHED.has(statusCode) ? 'none' : 'alive'),
        () => done('none'),
      );
    });
  }

  #show(): void {
    const { snapshots } = this.#context;
    if (this.#context.isEnding()) return;
    const silent = this.#silence >= SILENT;
    const farEnd = this.#unansweredSince !== undefined ? 'unreachable' : silent ? 'silent' : undefined;
    snapshots.update({ farEnd, givenUpAt: this.#givenUpAt() });
  }

  /** When the call is ended unless there is an answer. */
  #givenUpAt(): number | undefined {
    if (this.#unansweredSince === undefined || this.#context.core.transport.state !== 'connected') return undefined;
    const bySilence = this.#expected() ? this.#heardAt + this.#timeout : Infinity;
    return Math.min(bySilence, this.#unansweredSince + CUT_OFF);
  }

  #end(statusCode: number | null): void {
    const { dialog } = this.#context;
    if (dialog === undefined || this.#context.isEnding()) return;
    const code = this.#silence >= SILENT ? 'RTP_TIMEOUT' : 'DIALOG_ERROR';
    void sendBye(this.#context, dialog, {}, endCause(code, 'system', { statusCode }));
  }
}
