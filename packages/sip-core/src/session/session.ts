import type { Listener } from '../base/emitter.ts';
import { InvalidStateError } from '../base/errors.ts';
import { handled } from '../base/promises.ts';
import { StateChange } from '../base/state-change.ts';
import type {
  SessionDescriptionHandler,
  SessionDescriptionHandlerModifier,
} from '../media/session-description-handler.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { Uri } from '../message/uri.ts';
import { type TerminateOptions, sendBye } from './bye.ts';
import type { CallMetadata } from './call-metadata.ts';
import type { EndCause } from './end-cause.ts';
import type { DescriptionOptions } from './exchange.ts';
import { setHold } from './hold.ts';
import { setVideo, shareScreen, stopSharing, useDevice } from './media-control.ts';
import { InDialogRequests } from './in-dialog.ts';
import type { InvitationAcceptOptions } from './invitation-options.ts';
import { sendInfo, type InfoOptions } from './info.ts';
import { reinvite, type ReinviteOptions } from './reinvite.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionDelegate } from './session-delegate.ts';
import type { SessionEvents } from './session-events.ts';
import type { SessionOwner } from './session-owner.ts';
import type { DtmfOptions, DtmfPart, ReferOptions, TransferPart } from './session-parts.ts';
import type { SessionPhase, SessionSnapshot } from './session-snapshot.ts';
import type { SessionState } from './session-state.ts';
import { update, type UpdateOptions } from './update.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';

/** Which media an act concerns; both by default. */
export interface MuteOptions {
  readonly audio?: boolean;
  readonly video?: boolean;
}

/**
 * A call, in either direction (documents 001 and 002). `Inviter` places one, `Invitation` takes one.
 *
 * Every act returns a promise that settles when the thing is done. The session also keeps the last error in its
 * snapshot, so a promise that nobody awaits loses nothing and is no unhandled rejection.
 *
 * @example
 * ```ts
 * session.on('terminated', (message, cause) => console.log(cause));
 * await session.hold();
 * await session.dtmf('42#');
 * await session.terminate();
 * ```
 */
export abstract class Session {
  /** The method that makes sessions. */
  readonly method = 'INVITE' as const;
  /** One object that is told what the session meets, beside any listeners (document 002). */
  delegate: SessionDelegate | undefined;
  /** What the acts in other files share. @internal */
  readonly context: SessionContext;
  readonly #inDialog: InDialogRequests;
  // Few calls need these, and they are made when one does.
  #data: Record<string, unknown> | undefined;
  #stateChange: StateChange<SessionState> | undefined;
  #dtmfPart: DtmfPart | undefined;
  #transfers: TransferPart | undefined;

  protected constructor(context: SessionContext) {
    this.context = context;
    context.session = this;
    this.#inDialog = new InDialogRequests(context, this);
    context.usage = this.#inDialog;
  }

  /** For the application; the library never looks inside. */
  get data(): Record<string, unknown> {
    return (this.#data ??= {});
  }

  get stateChange(): StateChange<SessionState> {
    return (this.#stateChange ??= new StateChange<SessionState>(this.context.events));
  }

  /** @internal */
  get dtmfPart(): DtmfPart {
    return (this.#dtmfPart ??= this.context.owner.parts.dtmf(this.context, this));
  }

  /** @internal */
  get transfers(): TransferPart {
    return (this.#transfers ??= this.context.owner.parts.transfer(this.context, this));
  }

  /** The INVITE that started it. */
  abstract get request(): IncomingRequest | OutgoingRequest | undefined;

  /** Random, unique, and not part of any message. */
  get id(): string {
    return this.context.id;
  }

  get direction(): 'incoming' | 'outgoing' {
    return this.context.direction;
  }

  get state(): SessionState {
    return this.context.state;
  }

  /** What a person would say is going on. */
  get phase(): SessionPhase {
    return this.context.phase;
  }

  /** Why it ended; `null` while it has not. */
  get cause(): EndCause | null {
    return this.context.cause;
  }

  /** The user agent it belongs to. */
  get ua(): SessionOwner {
    return this.context.owner;
  }

  get localIdentity(): NameAddr {
    return this.context.local;
  }

  get remoteIdentity(): NameAddr {
    return this.context.remote;
  }

  /** Who the far end is by the word of a server of `trustedServers` (RFC 3325); `undefined` without one. */
  get assertedIdentity(): NameAddr | undefined {
    return this.context.metadata.assertedIdentity;
  }

  /** What the messages of the call say about it: diversion, history, subject, Session-ID, `X-` fields and more. */
  get metadata(): CallMetadata {
    return this.getSnapshot().metadata;
  }

  /** When it was answered. */
  get startTime(): Date | undefined {
    const { answeredAt } = this.getSnapshot();
    return answeredAt === null ? undefined : new Date(answeredAt);
  }

  /** When it ended. */
  get endTime(): Date | undefined {
    const { endedAt } = this.getSnapshot();
    return endedAt === null ? undefined : new Date(endedAt);
  }

  /** The media; `undefined` until they were first needed. */
  get sessionDescriptionHandler(): SessionDescriptionHandler | undefined {
    return this.context.existingHandler;
  }

  /** The session at this moment: frozen, and the same object until something in it changes. */
  getSnapshot(): SessionSnapshot {
    return this.context.snapshots.get();
  }

  /** Calls `listener` after each change of the snapshot; returns a function that ends that. */
  subscribe(listener: () => void): () => void {
    return this.context.snapshots.subscribe(listener);
  }

  /** Adds a listener; returns a function that removes it. */
  on<Name extends keyof SessionEvents>(name: Name, listener: Listener<SessionEvents[Name]>): () => void {
    return this.context.events.on(name, listener);
  }

  /** Adds a listener for the next event only. */
  once<Name extends keyof SessionEvents>(name: Name, listener: Listener<SessionEvents[Name]>): () => void {
    return this.context.events.once(name, listener);
  }

  /** Removes a listener. */
  off<Name extends keyof SessionEvents>(name: Name, listener: Listener<SessionEvents[Name]>): void {
    this.context.events.off(name, listener);
  }

  /**
   * Answers a call that comes in; see {@link Invitation.accept}. Here as well for applications that know it as a session
   * only (document 002).
   *
   * @throws {@link InvalidStateError} for a call that we placed
   */
  accept(_options?: InvitationAcceptOptions): Promise<void> {
    return handled(Promise.reject(new InvalidStateError('answer a call we placed', this.context.state)));
  }

  /**
   * Ends the session as its state needs: CANCEL, a refusal or BYE. Resolves when it has ended.
   *
   * @throws {@link InvalidStateError} at once, when it is ending or has ended
   */
  terminate(options: TerminateOptions = {}): Promise<void> {
    const { state } = this.context;
    if (this.context.isEnding()) throw new InvalidStateError('end the call', state);
    const act =
      state === 'Established' ? (): Promise<void> => this.hangUp(options) : (): Promise<void> => this.giveUp(options);
    return handled(this.context.perform('hangUp', act));
  }

  /**
   * Hangs up a call that was answered (RFC 3261 section 15).
   *
   * @throws {@link InvalidStateError} at once, when there is no such call
   */
  bye(options: TerminateOptions = {}): Promise<void> {
    const answeredAt = this.context.snapshots.read('answeredAt');
    if (answeredAt === null || this.context.isEnding()) throw new InvalidStateError('hang up', this.context.state);
    return this.terminate(options);
  }

  /**
   * Puts the far end on hold.
   *
   * @throws ResponseError when the far end refuses; the call goes on as it was
   */
  hold(options: ReinviteOptions = {}, modifiers?: readonly SessionDescriptionHandlerModifier[]): Promise<void> {
    return handled(setHold(this.context, true, withModifiers(options, modifiers)));
  }

  /** Takes the far end off hold. */
  unhold(options: ReinviteOptions = {}, modifiers?: readonly SessionDescriptionHandlerModifier[]): Promise<void> {
    return handled(setHold(this.context, false, withModifiers(options, modifiers)));
  }

  /** Negotiates the media anew (RFC 3261 section 14). */
  reinvite(options: ReinviteOptions = {}, modifiers?: readonly SessionDescriptionHandlerModifier[]): Promise<void> {
    return handled(this.context.perform('reinvite', () => reinvite(this.context, withModifiers(options, modifiers))));
  }

  /**
   * Sends an UPDATE (RFC 3311): in a call that is not answered yet, too, as soon as the far end has answered our offer
   * reliably. Without options it only refreshes our address and the session timer.
   *
   * @throws InvalidStateError when there is no dialog yet
   * @throws ResponseError when the far end refuses; the call goes on as it was
   * @example
   * ```ts
   * await session.update({ sessionDescription: true });
   * ```
   */
  update(options: UpdateOptions = {}, modifiers?: readonly SessionDescriptionHandlerModifier[]): Promise<void> {
    return handled(this.context.perform('update', () => update(this.context, withModifiers(options, modifiers))));
  }

  /** Silences what we send, without telling the far end. Works before there are media, too. */
  mute(options: MuteOptions = {}): void {
    const { muted } = this.context;
    const { audio = true, video = true } = options;
    this.context.setMuted({ audio: muted.audio || audio, video: muted.video || video });
  }

  /** Takes a mute back. */
  unmute(options: MuteOptions = {}): void {
    const { muted } = this.context;
    const { audio = true, video = true } = options;
    this.context.setMuted({ audio: muted.audio && !audio, video: muted.video && !video });
  }

  /**
   * Speaks through another microphone from now on, without a word to the far end; a mute stays. Works before there are
   * media, too.
   *
   * @param deviceId - as `enumerateDevices` names it; `null` for the one chosen for all calls, or the system's default
   * @throws MediaError when it cannot be opened; the call goes on with the one before
   */
  setInput(deviceId: string | null): Promise<void> {
    return handled(useDevice(this.context, 'audio', deviceId));
  }

  /** Uses another camera from now on, as {@link setInput} does for the microphone. */
  setCamera(deviceId: string | null): Promise<void> {
    return handled(useDevice(this.context, 'video', deviceId));
  }

  /**
   * Adds the camera to the call, or drops it.
   *
   * @param video - constraints stand for true
   * @throws ResponseError when the far end refuses, MediaControlError when it takes no picture, MediaError without a
   * camera; the call goes on as it was
   */
  setVideo(video: boolean | MediaTrackConstraints): Promise<void> {
    return handled(this.context.perform('reinvite', () => setVideo(this.context, video)));
  }

  /**
   * Shares a screen, a window or a tab; the browser asks which. To be called from a click. It ends with
   * {@link stopSharing}, or when the person ends it in the browser's own bar.
   *
   * @param options - as `getDisplayMedia` takes them
   */
  shareScreen(options: DisplayMediaStreamOptions = {}): Promise<void> {
    return handled(this.context.perform('reinvite', () => shareScreen(this.context, options)));
  }

  /** Ends the sharing; the camera comes back where it was on. */
  stopSharing(): Promise<void> {
    return handled(this.context.perform('reinvite', () => stopSharing(this.context)));
  }

  /**
   * Sends tones one after the other; `,` pauses for two seconds. Resolves when the last one is out.
   *
   * @throws {@link InvalidStateError} at once, when there is nobody to send them to
   * @throws InvalidValueError at once, for a symbol that is no tone
   */
  dtmf(tones: string | number, options: DtmfOptions = {}): Promise<void> {
    return handled(this.dtmfPart.send(tones, options));
  }

  /**
   * Transfers the far end: to an address (blind), or to the far end of another session (attended, RFC 5589). Resolves
   * when the far end reports success; our own call then ends, unless `activeAfterTransfer` is set.
   *
   * @throws {@link InvalidStateError} at once, when the call is not established
   */
  refer(target: string | Uri | Session, options: ReferOptions = {}): Promise<void> {
    if (this.context.state !== 'Established') throw new InvalidStateError('transfer', this.context.state);
    return handled(this.context.perform('transfer', () => this.transfers.refer(target, options)));
  }

  /** Sends an INFO (RFC 6086). Resolves when it was accepted. */
  info(options: InfoOptions): Promise<void> {
    return handled(sendInfo(this.context, options));
  }

  /** @internal */
  receiveAck(ack: IncomingRequest): void {
    void this.#inDialog.acknowledge(ack);
  }

  /** Answers a PRACK: by default there is nothing to acknowledge (RFC 3262 section 3). @internal */
  receivePrack(request: ServerRequest): void {
    request.reply(481);
  }

  /** The connection is gone. @internal */
  connectionLost(): void {
    // A call that stands waits for the next one.
  }

  /** What must be settled before a BYE of the peer ends the session. @internal */
  beforeBye(): void {
    // Only an invitation has something to settle.
  }

  /** Ends what is not answered yet. */
  protected abstract giveUp(options: TerminateOptions): Promise<void>;

  /** Ends what is answered. */
  protected hangUp(options: TerminateOptions): Promise<void> {
    const { dialog } = this.context;
    return dialog === undefined ? Promise.resolve() : sendBye(this.context, dialog, options);
  }
}

function withModifiers<Options extends DescriptionOptions>(
  options: Options,
  modifiers: readonly SessionDescriptionHandlerModifier[] | undefined,
): Options {
  return modifiers === undefined ? options : { ...options, sessionDescriptionHandlerModifiers: modifiers };
}
