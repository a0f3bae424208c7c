import { answerDirection, holdDirection, toDirection } from '../media/direction.ts';
import { MediaError, mediaClosed } from '../media/media-error.ts';
import { mediaLines, type MediaLine } from '../media/media-lines.ts';
import type {
  BodyAndContentType,
  DtmfTiming,
  LocalCandidates,
  MediaConnection,
  MediaDirection,
  MediaHost,
  MediaState,
  Muted,
  SessionDescriptionHandler,
  SessionDescriptionHandlerModifier,
  SessionDescriptionHandlerOptions,
} from '../media/session-description-handler.ts';
import { Turns } from '../media/turns.ts';
import type { Gathered } from '../media/trickle/local-candidates.ts';
import { type FakeDescription, writeFakeDescription } from './fake-description.ts';
import { FakeGathering } from './fake-gathering.ts';

/** How fake media behave; shared by every handler of one factory. */
export interface FakeMediaOptions {
  /** Audio codec names in order of preference; default PCMU and PCMA. Nothing in common with an offer refuses it. */
  readonly codecs?: readonly string[];
  /**
   * Milliseconds after which each ICE candidate is found; such media take part in trickle ICE (RFC 8840). Default none:
   * descriptions are complete at once.
   */
  readonly candidates?: readonly number[];
  /** Milliseconds, on the platform's clock, that each description takes; default none, only a microtask. */
  readonly delay?: { readonly getDescription?: number; readonly setDescription?: number };
}

/** The calls of a handler that can be made to fail. */
export type FakeMediaAct = 'getDescription' | 'setDescription';

/** One m-line and what each side declared for it. */
interface AgreedLine {
  readonly kind: string;
  readonly refused: boolean;
  readonly local: MediaDirection;
  readonly remote: MediaDirection | undefined;
}

type SignalingState =
  'stable' | 'have-local-offer' | 'have-remote-offer' | 'have-local-pranswer' | 'have-remote-pranswer';

/** What a handler needs of the factory that made it. */
export interface FakeMediaShared {
  readonly sessionId: number;
  readonly options: FakeMediaOptions;
  /** The error to fail this call with, if a test asked for one. */
  failure(act: FakeMediaAct): Error | undefined;
}

/**
 * Media without media: the offer/answer states of an RTCPeerConnection, small descriptions, and a record of what was
 * asked of it.
 */
export class FakeSessionDescriptionHandler implements SessionDescriptionHandler {
  readonly #host: MediaHost;
  readonly #shared: FakeMediaShared;
  readonly #turns = new Turns();
  /** Candidates, where the options name any. */
  readonly gathering: FakeGathering | undefined;
  readonly #waits = new Set<(error: MediaError) => void>();
  /** Tones asked for, oldest first. */
  readonly tones: { readonly tones: string; readonly timing: DtmfTiming }[] = [];
  /** Every description made, as it was handed out. */
  readonly localDescriptions: string[] = [];
  /** Every description taken, as it was set. */
  readonly remoteDescriptions: string[] = [];
  /** The last options each call got. */
  lastOptions: SessionDescriptionHandlerOptions = {};
  /** The mute asked for last. */
  muted: Muted = { audio: false, video: false };
  /** Set to true to have the final answer come from another far end than the early media. */
  misdirected = false;
  /** Set to false to make {@link sendDtmf} say no. */
  canSendDtmf = true;
  #state: SignalingState = 'stable';
  #closed = false;
  #version = 1;
  #iceGeneration = 0;
  #connection: MediaConnection = 'new';
  #agreed: readonly AgreedLine[] = [];
  /** The side that offered, while its offer waits. */
  #offered: readonly AgreedLine[] = [];
  #constraints: MediaStreamConstraints = { audio: true, video: false };
  #captured = new Set<string>();

  constructor(host: MediaHost, shared: FakeMediaShared) {
    this.#host = host;
    this.#shared = shared;
    const times = shared.options.candidates;
    this.gathering = times === undefined ? undefined : new FakeGathering(host, times);
  }

  /** Where the offer and its answer stand, in the words of RTCPeerConnection. */
  get signalingState(): SignalingState | 'closed' {
    return this.#closed ? 'closed' : this.#state;
  }

  /** Whether {@link close} was called. */
  get closed(): boolean {
    return this.#closed;
  }

  /** How many tracks the handler captured and has not stopped. */
  get tracks(): number {
    return this.#captured.size;
  }

  /** The id of the session the handler belongs to. */
  get sessionId(): string {
    return this.#host.id;
  }

  get media(): MediaState {
    return { audio: this.#lineState('audio'), video: this.#lineState('video'), connection: this.#connection };
  }

  hasDescription(contentType: string): boolean {
    return /^application\/sdp\s*(;|$)/i.test(contentType.trim());
  }

  offersVideo(sdp: string): boolean {
    return /^m=video [1-9]/m.test(sdp);
  }

  getDescription(
    options: SessionDescriptionHandlerOptions = {},
    modifiers: readonly SessionDescriptionHandlerModifier[] = [],
  ): Promise<BodyAndContentType> {
    return this.#turns.run(async () => {
      this.lastOptions = options;
      await this.#begin('getDescription');
      if (this.#state === 'have-remote-pranswer') this.#refuse('make a description');
      this.#capture(options);
      const type = this.#state === 'stable' || this.#state === 'have-local-offer' ? 'offer' : 'answer';
      const lines = type === 'offer' ? this.#makeOffer(options) : this.#makeAnswer(options);
      const made: FakeDescription = {
        type,
        sessionId: this.#shared.sessionId,
        version: (this.#version += 1),
        iceGeneration: (this.#iceGeneration += options.iceRestart === true ? 1 : 0),
        lines: lines.map((line) => ({ ...line, direction: line.local })),
        codecs: this.#codecs,
      };
      const gathered = (await this.#gather(made, options)) ?? { sdp: writeFakeDescription(made), complete: true };
      const body = await modified({ type, sdp: gathered.sdp }, modifiers);
      this.#assertOpen();
      this.gathering?.handOut({ ...gathered, sdp: body });
      this.localDescriptions.push(body);
      if (type === 'offer') this.#offer(lines, 'have-local-offer');
      else this.#agree(lines, options.provisional === true ? 'have-local-pranswer' : 'stable');
      return { body, contentType: 'application/sdp' };
    });
  }

  setDescription(
    sdp: string,
    options: SessionDescriptionHandlerOptions = {},
    modifiers: readonly SessionDescriptionHandlerModifier[] = [],
  ): Promise<void> {
    return this.#turns.run(async () => {
      this.lastOptions = options;
      await this.#begin('setDescription');
      const type = this.#state === 'stable' || this.#state === 'have-remote-offer' ? 'offer' : 'answer';
      const body = await modified({ type, sdp }, modifiers);
      this.#assertOpen();
      const lines = mediaLines(body);
      if (type === 'offer') this.#takeOffer(lines);
      else this.#takeAnswer(lines, options.provisional === true);
      this.remoteDescriptions.push(body);
      await this.gathering?.described(body);
    });
  }

  async rollbackDescription(): Promise<void> {
    this.#interrupt(new MediaError('MEDIA_NEGOTIATION', 'The offer was taken back.'));
    await this.#turns.run(async () => {
      if (this.#closed || this.#state === 'stable') return;
      if (this.#state !== 'have-local-offer' && this.#state !== 'have-remote-offer') this.#refuse('roll back');
      this.#state = 'stable';
      this.#offered = [];
    });
  }

  sendDtmf(tones: string, timing: DtmfTiming): boolean {
    if (this.#closed || !this.canSendDtmf || this.media.audio === null) return false;
    this.tones.push({ tones, timing });
    return true;
  }

  setMuted(muted: Muted): void {
    this.muted = muted;
  }

  localCandidates(): LocalCandidates | undefined {
    return this.#closed ? undefined : this.gathering?.local;
  }

  addRemoteCandidates(fragment: string): Promise<void> {
    return this.#turns.run(async () => this.gathering?.receive(fragment));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.gathering?.stop();
    this.#captured.clear();
    this.#interrupt(mediaClosed());
    this.setConnection('closed');
  }

  /** Lets the media path fail, recover and so on. */
  setConnection(connection: MediaConnection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    this.#host.mediaChanged();
  }

  get #codecs(): readonly string[] {
    return this.#shared.options.codecs ?? ['PCMU', 'PCMA'];
  }

  #lineState(kind: string): MediaState['audio'] {
    const line = this.#agreed.find((other) => other.kind === kind && !other.refused);
    return line === undefined ? null : { local: line.local, remote: line.remote ?? 'inactive' };
  }

  async #begin(act: FakeMediaAct): Promise<void> {
    this.#assertOpen();
    const delay = this.#shared.options.delay?.[act] ?? 0;
    await (delay > 0 ? this.#wait(delay) : Promise.resolve());
    this.#assertOpen();
    const failure = this.#shared.failure(act);
    if (failure !== undefined) throw failure;
  }

  /** The description with the candidates that it waited for. */
  async #gather(made: FakeDescription, options: SessionDescriptionHandlerOptions): Promise<Gathered | undefined> {
    const delay = this.gathering?.begin(made, options.trickle === true) ?? 0;
    if (delay > 0) await this.#wait(delay);
    return this.gathering?.gathered;
  }

  #wait(delay: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const { clock } = this.#host.platform;
      const stop = (error: MediaError): void => {
        clock.clearTimeout(timer);
        this.#waits.delete(stop);
        reject(error);
      };
      const timer = clock.setTimeout(() => {
        this.#waits.delete(stop);
        resolve();
      }, delay);
      this.#waits.add(stop);
    });
  }

  #interrupt(error: MediaError): void {
    for (const stop of [...this.#waits]) stop(error);
  }

  #assertOpen(): void {
    if (this.#closed) throw mediaClosed();
  }

  #refuse(act: string): never {
    throw new MediaError('MEDIA_NEGOTIATION', `Cannot ${act} in the state ${this.#state}.`);
  }

  #capture(options: SessionDescriptionHandlerOptions): void {
    this.#assertOpen();
    this.#constraints = options.constraints ?? this.#constraints;
    this.#captured.clear();
    if (options.localMediaStream !== undefined) return;
    if (this.#wants('audio')) this.#captured.add('audio');
    if (this.#wants('video')) this.#captured.add('video');
  }

  #wants(kind: string): boolean {
    if (kind === 'audio') return this.#constraints.audio !== false;
    return kind === 'video' && this.#constraints.video !== undefined && this.#constraints.video !== false;
  }

  #makeOffer(options: SessionDescriptionHandlerOptions): readonly AgreedLine[] {
    const kinds = this.#agreed.map((line) => line.kind);
    if (!kinds.includes('audio')) kinds.push('audio');
    if (!kinds.includes('video') && this.#wants('video')) kinds.push('video');
    return kinds.map((kind, index) => {
      const remote = this.#agreed[index]?.remote;
      const wish = toDirection(this.#wants(kind), true);
      const local = options.hold === true ? holdDirection(remote) : wish;
      return { kind, refused: kind !== 'audio' && !this.#wants(kind), local, remote: undefined };
    });
  }

  #makeAnswer(options: SessionDescriptionHandlerOptions): readonly AgreedLine[] {
    const lines = this.#offered.map((line) => {
      const wish = toDirection(this.#wants(line.kind), options.hold !== true);
      const refused = line.refused || (line.kind !== 'audio' && !this.#wants(line.kind));
      const local = refused ? 'inactive' : answerDirection(line.remote ?? 'sendrecv', wish);
      return { ...line, refused, local };
    });
    if (lines.every((line) => line.refused)) this.#refuse('answer: nothing in common with the offer');
    return lines;
  }

  #takeOffer(lines: readonly MediaLine[]): void {
    if (lines.some((line) => line.setup === 'active' || line.setup === 'passive')) this.#refuse('take an answer');
    const taken = lines.map((line): AgreedLine => {
      const common = line.kind !== 'audio' || line.codecs.some((codec) => this.#codecs.includes(codec));
      return { kind: line.kind, refused: line.refused || !common, local: 'inactive', remote: line.direction };
    });
    this.#offer(taken, 'have-remote-offer');
  }

  #takeAnswer(lines: readonly MediaLine[], provisional: boolean): void {
    if (this.#state === 'have-local-pranswer') this.#refuse('take an answer');
    if (lines.some((line) => line.setup === 'actpass')) this.#refuse('take an offer');
    const offered = this.#offered;
    if (lines.length !== offered.length) this.#refuse('take an answer that has not the lines of the offer');
    const taken = offered.map((line, index): AgreedLine => {
      const answer = lines[index]!;
      if (answer.kind !== line.kind) this.#refuse('take an answer that has not the lines of the offer');
      return { ...line, refused: answer.refused || line.refused, remote: answer.direction };
    });
    // Kept aside for a call whose media run already, so that the offer can still be taken back.
    if (provisional && this.#state === 'have-local-offer' && this.#agreed.length > 0) return;
    this.#agree(taken, provisional ? 'have-remote-pranswer' : 'stable');
  }

  #offer(lines: readonly AgreedLine[], state: SignalingState): void {
    this.#offered = lines;
    this.#state = state;
  }

  #agree(lines: readonly AgreedLine[], state: SignalingState): void {
    this.#agreed = lines;
    this.#state = state;
    if (this.#connection === 'new') this.#connection = 'connected';
    this.#host.mediaChanged();
  }
}

async function modified(
  description: RTCSessionDescriptionInit,
  modifiers: readonly SessionDescriptionHandlerModifier[],
): Promise<string> {
  let current = description;
  for (const modifier of modifiers) current = await modifier(current);
  return current.sdp ?? '';
}
