import { appended } from '../base/appended.ts';
import { Emitter } from '../base/emitter.ts';
import { errorInfo } from '../base/errors.ts';
import { randomHex } from '../base/identifiers.ts';
import { listenerReport } from '../base/listener-report.ts';
import { Machine } from '../base/machine.ts';
import { NOTHING } from '../base/nothing.ts';
import { SnapshotStore } from '../base/snapshot.ts';
import { TimerSet } from '../base/timer-set.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { MediaState, Muted, SessionDescriptionHandler } from '../media/session-description-handler.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { Platform } from '../platform.ts';
import type { DialogUsage, UserAgentCore } from '../user-agent/user-agent-core.ts';
import { NO_METADATA } from './call-metadata.ts';
import { CLASSIC_CAUSES, type EndCause } from './end-cause.ts';
import { MetadataKeeper } from './metadata-keeper.ts';
import { Negotiation } from './negotiation.ts';
import { Peer } from './peer.ts';
import { party } from './party.ts';
import type { Session } from './session.ts';
import { SessionEndedError } from './session-errors.ts';
import type { SessionEvents } from './session-events.ts';
import type { SessionOwner } from './session-owner.ts';
import type { SessionAct, SessionPhase, SessionSnapshot, TransferSnapshot } from './session-snapshot.ts';
import { type SessionMachineEvent, type SessionState, sessionTable } from './session-state.ts';
import { SessionTimer } from './session-timer.ts';
import { TrickleIce } from './trickle-ice.ts';

const NO_HOLD = /* @__PURE__ */ Object.freeze({ local: false, remote: false });
const NO_MEDIA: MediaState = /* @__PURE__ */ Object.freeze({ audio: null, video: null, connection: 'new' });

/** The timers of a session. */
export type TimerName =
  | 'noAnswer'
  | 'autoAnswer'
  | 'expires'
  | 'repeatProvisional'
  | 'giveUpProvisional'
  | 'stillRinging'
  | 'glare'
  | 'reinvite'
  | 'refresh'
  | 'sessionExpires'
  | 'dtmf'
  | 'trickle'
  | 'refer';

/** What a session is made with. */
export interface SessionContextOptions {
  readonly owner: SessionOwner;
  readonly direction: 'incoming' | 'outgoing';
  /** Detached, where it comes from a message; so is `remote`. */
  readonly local: NameAddr;
  readonly remote: NameAddr;
  /** Of a call that goes on from another page; default a new one. */
  readonly id?: string;
}

/**
 * What the acts of one session share: its state, its dialogs, its media, its timers. The acts change it; the `Session`
 * that applications hold shows it.
 */
export class SessionContext {
  readonly owner: SessionOwner;
  readonly core: UserAgentCore;
  readonly platform: Platform;
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly local: NameAddr;
  readonly remote: NameAddr;
  readonly events: Emitter<SessionEvents>;
  readonly snapshots: SnapshotStore<SessionSnapshot>;
  readonly timers: TimerSet<TimerName>;
  readonly negotiation: Negotiation;
  /** What the far end can do. */
  readonly peer: Peer = new Peer();
  readonly sessionTimer: SessionTimer;
  /** Candidates that follow their description. */
  readonly trickle: TrickleIce;
  /** What messages tell of the call. */
  readonly metadata: MetadataKeeper = new MetadataKeeper(this);
  readonly #machine: Machine<SessionState, SessionMachineEvent, undefined>;
  #dialogs: readonly Dialog[] = NOTHING;
  #atEnd: readonly (() => void)[] = NOTHING;
  /** The session that the context belongs to; set by it, as is what follows. */
  session: Session | undefined;
  /** Takes the requests of this session's dialogs. */
  usage: DialogUsage | undefined;
  /** The confirmed dialog, or the early one of an incoming session. */
  dialog: Dialog | undefined;
  /** The early dialog of an outgoing session that requests go to: the one with media, else the latest. */
  earlyDialog: Dialog | undefined;
  /** The session description we sent last. */
  lastDescription: string | undefined;
  /** Whether we hold the far end; changes only when that is agreed. */
  localHold = false;
  remoteHold = false;
  /** Whether the offer of ours that is out, if one is, puts the far end on hold. */
  offersHold = false;
  muted: Muted = Object.freeze({ audio: false, video: false });
  /** Why our own CANCEL or BYE ends the session, where it is not simply given up or hung up. */
  endsAs: EndCause | undefined;
  /** The ACK sent last: the connection may have been lost before it arrived, and the 2xx may not find us again. */
  lastAck: { send(): void } | undefined;
  /** Whether the call is being taken up again after its page was loaded anew. */
  #resuming = false;
  #handler: SessionDescriptionHandler | undefined;
  #phase: SessionPhase;
  #cause: EndCause | null = null;

  constructor(options: SessionContextOptions) {
    const { owner, direction } = options;
    this.owner = owner;
    this.core = owner.core;
    this.platform = owner.core.platform;
    this.direction = direction;
    this.negotiation = new Negotiation(direction === 'incoming' ? 'remote' : 'local');
    this.sessionTimer = new SessionTimer(this, owner.sessionTimers);
    this.trickle = new TrickleIce(this);
    this.local = options.local;
    this.remote = options.remote;
    this.id = options.id ?? randomHex(this.platform.random, 8);
    const report = listenerReport(this.platform.logger, 'session');
    this.events = new Emitter<SessionEvents>(report);
    this.timers = new TimerSet<TimerName>(this.platform.clock);
    this.#phase = direction === 'incoming' ? 'incoming' : 'dialing';
    this.#machine = new Machine<SessionState, SessionMachineEvent, undefined>(sessionTable, undefined, 'Initial');
    this.snapshots = new SnapshotStore<SessionSnapshot>(
      {
        id: this.id,
        direction,
        state: 'Initial',
        phase: this.#phase,
        local: party(this.local),
        remote: party(this.remote),
        asserted: null,
        metadata: NO_METADATA,
        hold: NO_HOLD,
        muted: this.muted,
        earlyMedia: false,
        media: NO_MEDIA,
        createdAt: this.platform.clock.now(),
        answeredAt: null,
        endedAt: null,
        cause: null,
        pending: NOTHING,
        transfer: null,
        lastError: null,
      },
      report,
    );
  }

  /** The connection came or went. */
  connectionChanged(): void {
    this.#show();
  }

  get state(): SessionState {
    return this.#machine.state;
  }

  get phase(): SessionPhase {
    return this.snapshots.read('phase');
  }

  get cause(): EndCause | null {
    return this.#cause;
  }

  /** Whether the session is over or about to be. */
  isEnding(): boolean {
    return this.state === 'Terminating' || this.state === 'Terminated';
  }

  /** Whether the session is over. A method, to be asked anew after each wait. */
  isEnded(): boolean {
    return this.state === 'Terminated';
  }

  /** The media handler, made on first use. */
  get handler(): SessionDescriptionHandler {
    if (this.#handler === undefined) {
      if (this.isEnded()) throw new SessionEndedError('use its media', this.#cause);
      this.#handler = this.owner.sessionDescriptionHandlerFactory({
        id: this.id,
        platform: this.platform,
        mediaChanged: () => {
          this.mediaChanged();
        },
        candidatesChanged: () => {
          this.trickle.changed();
        },
      });
      this.#handler.setMuted(this.muted);
    }
    return this.#handler;
  }

  /** The media handler, if there is one yet. */
  get existingHandler(): SessionDescriptionHandler | undefined {
    return this.#handler;
  }

  /** Moves the session to another state where the table allows it, then tells. */
  move(type: 'establish' | 'answered' | 'terminate'): boolean {
    const from = this.state;
    if (!this.#machine.send({ type })) return false;
    this.#show();
    if (this.state !== from) this.events.emit('stateChange', this.state);
    return true;
  }

  /** Sets what a person would say is going on before the call stands. */
  setPhase(phase: SessionPhase): void {
    this.#phase = phase;
    this.#show();
  }

  /** A call of another page is being taken up, or has been. */
  setResuming(resuming: boolean): void {
    this.#resuming = resuming;
    this.#show();
  }

  setEarlyMedia(earlyMedia: boolean): void {
    this.snapshots.update({ earlyMedia });
  }

  setTransfer(transfer: TransferSnapshot | null): void {
    this.snapshots.update({ transfer });
  }

  /** The moment the call was answered. */
  setAnswered(): void {
    this.snapshots.update({ answeredAt: this.platform.clock.now(), earlyMedia: false });
  }

  /** The dialog that requests of ours go to now: the confirmed one, or an early one; none before the first response. */
  get currentDialog(): Dialog | undefined {
    return this.dialog ?? this.earlyDialog;
  }

  /** Enters a dialog, so that requests within it reach this session. */
  addDialog(dialog: Dialog): void {
    if (this.usage === undefined || this.isEnded()) return;
    if (!this.#dialogs.includes(dialog)) this.#dialogs = appended(this.#dialogs, dialog);
    this.core.dialogs.add(dialog, this.usage);
  }

  removeDialog(dialog: Dialog): void {
    this.#dialogs = this.#dialogs.filter((other) => other !== dialog).slice();
    this.core.dialogs.remove(dialog);
  }

  /** Runs `release` when the session ends. */
  atEnd(release: () => void): () => void {
    this.#atEnd = appended(this.#atEnd, release);
    return () => {
      // A filter leaves room for more.
      this.#atEnd = this.#atEnd.filter((other) => other !== release).slice();
    };
  }

  /** Waits; rejects when the session ends first. */
  wait(timer: TimerName, delay: number, act: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const forget = this.atEnd(() => {
        reject(new SessionEndedError(act, this.#cause));
      });
      this.timers.start(timer, delay, () => {
        forget();
        resolve();
      });
    });
  }

  /** Shows an act of ours as pending until it settles, and keeps its error for the snapshot. */
  async perform<Value>(act: SessionAct, work: () => Promise<Value>): Promise<Value> {
    this.snapshots.update({ pending: [...this.snapshots.read('pending'), act] });
    try {
      const value = await work();
      this.snapshots.update({ lastError: null });
      return value;
    } catch (error) {
      this.snapshots.update({ lastError: errorInfo(error) });
      throw error;
    } finally {
      const pending = this.snapshots.read('pending');
      const place = pending.indexOf(act);
      this.snapshots.update({ pending: pending.length === 1 ? NOTHING : pending.filter((_, at) => at !== place) });
    }
  }

  /** Reads the state of the media again, and tells what it means for hold. */
  mediaChanged(): void {
    const media = this.#handler?.media ?? NO_MEDIA;
    const before = this.snapshots.read('media');
    const remoteHold = this.#readRemoteHold(media);
    const holdChanged = remoteHold !== this.remoteHold;
    this.remoteHold = remoteHold;
    this.#show();
    if (JSON.stringify([before.audio, before.video]) !== JSON.stringify([media.audio, media.video])) {
      this.events.emit('directionChanged');
    }
    if (holdChanged) this.events.emit(remoteHold ? 'hold' : 'unhold', { originator: 'remote' });
  }

  /** Our own hold was agreed or taken back. */
  setLocalHold(localHold: boolean): void {
    if (localHold === this.localHold) return;
    this.localHold = localHold;
    this.#show();
    this.events.emit(localHold ? 'hold' : 'unhold', { originator: 'local' });
  }

  setMuted(muted: Muted): void {
    if (muted.audio === this.muted.audio && muted.video === this.muted.video) return;
    const more = (muted.audio && !this.muted.audio) || (muted.video && !this.muted.video);
    this.muted = Object.freeze({ ...muted });
    this.#handler?.setMuted(this.muted);
    this.#show();
    this.events.emit(more ? 'muted' : 'unmuted', this.muted);
  }

  /**
   * Ends the session: state first, then everything it holds is let go, then it is told. Only the first call counts.
   *
   * @param message - what ended it, if a message did
   * @param tell - emits what comes before `terminated`
   */
  end(cause: EndCause, message: IncomingMessage | null = null, tell?: () => void): void {
    if (!this.#machine.send({ type: 'end' })) return;
    this.#cause = cause;
    this.timers.stopAll();
    this.#handler?.close();
    // What is let go may change the snapshot as well, such as a transfer that fails by this: nobody is to see it half done.
    this.snapshots.batch(() => {
      this.snapshots.update({
        state: 'Terminated',
        phase: 'ended',
        earlyMedia: false,
        media: this.#handler?.media ?? NO_MEDIA,
        endedAt: this.platform.clock.now(),
        cause,
      });
      for (const dialog of this.#dialogs) {
        dialog.terminate();
        this.core.dialogs.remove(dialog);
      }
      this.#dialogs = NOTHING;
      this.metadata.close();
      if (this.session !== undefined) this.owner.forget(this.session);
      const releases = this.#atEnd;
      this.#atEnd = NOTHING;
      for (const release of releases) release();
      this.negotiation.finish();
    });
    tell?.();
    this.events.emit('stateChange', 'Terminated');
    this.events.emit('terminated', message, CLASSIC_CAUSES[cause.code]);
  }

  #readRemoteHold(media: MediaState): boolean {
    const remote = media.audio?.remote ?? media.video?.remote;
    if (remote === undefined) return false;
    // The answer to a hold of ours may well be `inactive`: that alone does not mean that they hold us.
    if (remote === 'inactive' && this.offersHold) return this.remoteHold;
    return remote === 'sendonly' || remote === 'inactive';
  }

  #phaseNow(): SessionPhase {
    if (this.state === 'Terminated') return 'ended';
    if (this.state === 'Terminating') return 'ending';
    if (this.state !== 'Established') return this.#phase;
    return this.core.transport.state === 'connected' && !this.#resuming ? 'established' : 'reconnecting';
  }

  #show(): void {
    if (this.isEnded()) return;
    this.snapshots.update({
      state: this.state,
      phase: this.#phaseNow(),
      hold: { local: this.localHold, remote: this.remoteHold },
      muted: this.muted,
      media: this.#handler?.media ?? NO_MEDIA,
    });
  }
}
