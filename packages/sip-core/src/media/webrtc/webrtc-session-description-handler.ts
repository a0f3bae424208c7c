import { Emitter } from '../../base/emitter.ts';
import type { WebRtcPlatform } from '../../platform.ts';
import { sends } from '../direction.ts';
import { devicesOf } from '../devices/devices-of.ts';
import { Interruption } from '../interruption.ts';
import { MediaError, lineTaken, mediaClosed, negotiationError, nothingInCommon } from '../media-error.ts';
import { mediaLines } from '../media-lines.ts';
import { modified } from '../modified.ts';
import type {
  BodyAndContentType,
  DtmfTiming,
  LocalCandidates,
  MediaHost,
  MediaState,
  Muted,
  SessionDescriptionHandler,
  SessionDescriptionHandlerModifier,
  SessionDescriptionHandlerOptions,
} from '../session-description-handler.ts';
import { Turns } from '../turns.ts';
import { agreedMedia, hasMedia, hears, NOTHING_AGREED, offers, type AgreedMedia } from './agreed-media.ts';
import { CaptureWishes } from './capture-wishes.ts';
import type { ChannelEvents } from './data-channels.ts';
import { sendTones } from './dtmf-sender.ts';
import { HoldSilence } from './hold-silence.ts';
import { HotSwap } from './hot-swap.ts';
import { LocalMedia } from './local-media.ts';
import type { MediaKind } from './media-kind.ts';
import { answerToNewcomer } from './newcomer.ts';
import { PeerLink } from './peer-link.ts';
import { PeerLinks } from './peer-links.ts';
import { RemoteMedia } from './remote-media.ts';
import { rollBack } from './roll-back.ts';
import { takeMedia } from './take-media.ts';
import type { MediaWishes, SavedDirections } from './transceivers.ts';
import { gatheringTimeout } from './trickle.ts';
import type { WebRtcMediaOptions } from './webrtc-media.ts';
import { webrtcOf } from './webrtc-of.ts';

type Options = SessionDescriptionHandlerOptions;
type Modifiers = readonly SessionDescriptionHandlerModifier[];

/** What an offer changed that a refusal has to undo. */
interface Before {
  readonly directions: SavedDirections;
  readonly constraints: MediaStreamConstraints;
}

/**
 * The media of one call, by WebRTC. Made by {@link createWebRtcMedia}.
 *
 * A hold silences both ways at once: it offers `sendonly`, sends silence and plays nothing, until an answer says
 * otherwise or the hold is refused. An answer in a provisional response to the first offer lets early media through; one
 * to a later offer is kept aside, so that a refusal can still be rolled back.
 *
 * When another fork answers than the one that sent early media ({@link misdirected}), the next offer of ours begins anew
 * with another peer connection; the streams stay the same. One with `newParty` does so in any case.
 */
export class WebRtcSessionDescriptionHandler implements SessionDescriptionHandler {
  /** Tells when a track comes into or leaves {@link localMediaStream} or {@link remoteMediaStream}. */
  readonly tracks: Emitter<{ changed: readonly [side: 'local' | 'remote'] }> = new Emitter();
  /** Tells of the data channel once it is open. */
  readonly channels: Emitter<ChannelEvents> = new Emitter();
  readonly #host: MediaHost;
  readonly #options: WebRtcMediaOptions;
  readonly #turns = new Turns();
  readonly #closing = new Interruption();
  readonly #local: LocalMedia;
  readonly #remote: RemoteMedia;
  readonly #links: PeerLinks;
  /** Ends what waits when an offer is taken back; a new one for each round. */
  #round = new Interruption();
  readonly #wishes: CaptureWishes;
  readonly #swap: HotSwap;
  readonly #hold: HoldSilence;
  readonly #unfollow: (() => void) | undefined;
  #before: Before | undefined;
  #localSdp = '';
  #remoteSdp = '';
  #agreed: AgreedMedia = NOTHING_AGREED;

  constructor(host: MediaHost, options: WebRtcMediaOptions) {
    const webrtc = webrtcOf(host.platform);
    this.#host = host;
    this.#options = options;
    const devices = options.devices === undefined ? devicesOf(host.platform) : (options.devices ?? undefined);
    this.#wishes = new CaptureWishes(options.constraints ?? { audio: true, video: false }, devices);
    this.#local = new LocalMedia(webrtc, {
      changed: () => this.tracks.emit('changed', 'local'),
      lost: (kind, source) => this.#swap.lost(kind, source),
    });
    this.#remote = new RemoteMedia(webrtc.createMediaStream(), () => this.tracks.emit('changed', 'remote'));
    const { stream } = this.#local;
    const { channels } = this;
    this.#links = new PeerLinks(() => new PeerLink({ host, webrtc, options, stream, channels, changed: this.#tell }));
    this.#swap = this.#makeSwap(webrtc);
    this.#hold = new HoldSilence((silent) => {
      this.#local.setHeld(silent);
      this.#remote.setSilent(silent);
      this.#resend();
    });
    this.#unfollow = devices?.subscribe(() => this.#swap.followChoice());
  }

  /** The connection itself, for statistics and the like; another one after `newParty`, and after {@link misdirected}. */
  get peerConnection(): RTCPeerConnection {
    return this.#link.connection;
  }

  /** What we send: the same stream for the whole call. */
  get localMediaStream(): MediaStream {
    return this.#local.stream;
  }

  /** What the far end sends: the same stream for the whole call, tracks come and go. */
  get remoteMediaStream(): MediaStream {
    return this.#remote.stream;
  }

  get media(): MediaState {
    const connection = this.#closing.interrupted ? 'closed' : this.#link.path.state;
    return { ...this.#agreed, connection, ...(this.#local.screen === undefined ? {} : { sharing: true }) };
  }

  get misdirected(): boolean {
    return this.#link.misdirected;
  }

  get constraints(): MediaStreamConstraints {
    return this.#wishes.constraints;
  }

  /** The data channel of the call, where `dataChannel` asked for one; open or not yet. */
  get dataChannel(): RTCDataChannel | undefined {
    return this.#link.channels.channel;
  }

  hasDescription(contentType: string): boolean {
    return /^application\/sdp\s*(;|$)/i.test(contentType.trim());
  }

  offersVideo(sdp: string): boolean {
    try {
      return offers(sdp, 'video');
    } catch {
      return false;
    }
  }

  getDescription(options: Options = {}, modifiers: Modifiers = []): Promise<BodyAndContentType> {
    const round = this.#round;
    return this.#turn(async () => {
      round.check();
      const { state } = this.#link;
      if (state === 'have-remote-offer' || state === 'have-local-pranswer') {
        const type = options.provisional === true ? 'pranswer' : 'answer';
        const body = await this.#describe(type, await this.#makeAnswer(options, round), options, modifiers, round);
        this.#agree();
        return body;
      }
      try {
        return await this.#describe('offer', await this.#makeOffer(options, round), options, modifiers, round);
      } catch (error) {
        // An offer that was never sent leaves no trace.
        if (this.peerConnection.signalingState !== 'closed') await this.#undo();
        throw error;
      }
    });
  }

  setDescription(sdp: string, options: Options = {}, modifiers: Modifiers = []): Promise<void> {
    return this.#turn(async () => {
      const { connection, state } = this.#link;
      const offering = state === 'stable' || state === 'have-remote-offer';
      const type = offering ? 'offer' : options.provisional === true ? 'pranswer' : 'answer';
      const body = await modified({ type, sdp }, modifiers, this.#closing);
      // A crossing offer would pass for an answer here; browsers differ in what they say to it.
      if (!offering && mediaLines(body).some((line) => line.setup === 'actpass')) {
        throw new MediaError('MEDIA_NEGOTIATION', 'An offer came while an answer was expected.');
      }
      const first = connection.currentRemoteDescription === null && !this.#links.replacing;
      if (type === 'pranswer' && !first) return;
      if (type === 'offer') this.#before ??= this.#noteBefore();
      await this.#during(`take the ${type}`, this.#link.take(type, body));
      this.#remoteSdp = body;
      if (type !== 'offer') this.#agree();
    });
  }

  async rollbackDescription(): Promise<void> {
    this.#round.interrupt(new MediaError('MEDIA_NEGOTIATION', 'The offer was taken back.'));
    if (!this.#closing.interrupted) this.#round = new Interruption();
    await this.#turn(() => this.#undo());
  }

  sendDtmf(tones: string, timing: DtmfTiming): boolean {
    if (this.#closing.interrupted) return false;
    return sendTones(this.#link.transceivers.find('audio')?.sender, tones, timing);
  }

  setMuted(muted: Muted): void {
    if (this.#closing.interrupted) return;
    this.#local.setMuted(muted);
    this.#resend();
  }

  useDevice(kind: MediaKind, deviceId: string | null): Promise<void> {
    return this.#swap.useDevice(kind, deviceId);
  }

  startSharing(options: DisplayMediaStreamOptions, ended: () => void): Promise<boolean> {
    return this.#swap.startSharing(options, ended);
  }

  stopSharing(): Promise<boolean> {
    return this.#swap.stopSharing();
  }

  /**
   * Sends this track in place of the microphone, such as a mix with it; `undefined` returns to the microphone. A hold
   * disables the track, a mute does not: that goes on to silence the microphone.
   */
  async sendMix(mix: MediaStreamTrack | undefined): Promise<void> {
    if (this.#closing.interrupted) return;
    this.#local.setMix(mix);
    await this.#sendTracks();
  }

  localCandidates(): LocalCandidates | undefined {
    return this.#link.trickle.local;
  }

  addRemoteCandidates(fragment: string): Promise<void> {
    return this.#turn(() => this.#link.trickle.receive(fragment));
  }

  getStats(): Promise<RTCStatsReport> {
    return this.peerConnection.getStats();
  }

  close(): void {
    if (this.#closing.interrupted) return;
    const error = mediaClosed();
    this.#closing.interrupt(error);
    this.#round.interrupt(error);
    this.#unfollow?.();
    this.#local.close();
    this.#remote.close();
    this.#links.close();
    this.#tell();
  }

  get #link(): PeerLink {
    return this.#links.current;
  }

  /** Runs one act after those before it; a closed handler does none, and lets none go on. */
  #turn<Result>(act: () => Promise<Result>): Promise<Result> {
    return this.#closing.race(
      this.#turns.run(() => {
        this.#closing.check();
        return act();
      }),
    );
  }

  /** Waits for the peer connection and puts its refusal into our words. */
  async #during<Result>(act: string, promise: Promise<Result>): Promise<Result> {
    try {
      return await this.#closing.race(promise);
    } catch (error) {
      throw negotiationError(act, error);
    }
  }

  /** Sets what was made, waits for candidates and hands it out. */
  async #describe(
    type: 'offer' | 'answer' | 'pranswer',
    made: RTCSessionDescriptionInit,
    options: Options,
    modifiers: Modifiers,
    round: Interruption,
  ): Promise<BodyAndContentType> {
    const { connection, transceivers, gathering, trickle } = this.#link;
    await this.#during(`set the ${type}`, connection.setLocalDescription({ ...made, type }));
    if (type === 'offer' && !transceivers.inPlace) throw lineTaken();
    // What the fork that lost still sends is not to be heard.
    if (this.#links.replacing) this.#remote.update(transceivers.alive);
    const timeout = gatheringTimeout(options, this.#options.iceGatheringTimeout, this.#remoteSdp);
    await gathering.wait(timeout, this.#options.allCandidates === true, round);
    const { gathered } = trickle;
    const body = await modified({ type, sdp: gathered.sdp }, modifiers, this.#closing);
    round.check();
    this.#localSdp = body;
    trickle.handOut({ ...gathered, sdp: body });
    return { body, contentType: 'application/sdp' };
  }

  async #makeOffer(options: Options, round: Interruption): Promise<RTCSessionDescriptionInit> {
    const { state } = this.#link;
    if (state !== 'stable' && state !== 'have-local-offer') {
      throw new MediaError('MEDIA_NEGOTIATION', `Cannot make an offer in the state ${state}.`);
    }
    this.#before ??= this.#noteBefore();
    const wishes = await this.#take(options, round, () => true);
    await this.#during('prepare', this.#links.prepareOffer(options));
    const { connection, transceivers, channels, gathering } = this.#link;
    channels.offer();
    this.#hold.offer(options.hold === true);
    const remote = (kind: MediaKind) => this.#agreed[kind]?.remote;
    await this.#during('prepare', transceivers.prepareOffer(wishes, this.#hold.offered, remote));
    if (options.iceRestart === true) gathering.restart();
    const offer = connection.createOffer({ iceRestart: options.iceRestart === true });
    return await this.#during('make an offer', offer);
  }

  async #makeAnswer(options: Options, round: Interruption): Promise<RTCSessionDescriptionInit> {
    const offered = this.#remoteSdp;
    const wishes = await this.#take(options, round, (kind) => offers(offered, kind));
    if (!wishes.audio.wanted && !wishes.video.wanted) throw nothingInCommon();
    this.#hold.offer(options.hold === true);
    await this.#during('prepare', this.#link.transceivers.prepareAnswer(wishes, this.#hold.offered));
    const answer = await this.#during('make an answer', this.peerConnection.createAnswer());
    if (!hasMedia(answer.sdp ?? '')) throw nothingInCommon();
    return answerToNewcomer(answer, offered, this.peerConnection.currentRemoteDescription);
  }

  #take(options: Options, round: Interruption, usable: (kind: MediaKind) => boolean): Promise<MediaWishes> {
    const looks = (): boolean => this.#options.receiveVideo !== false && this.#link.transceivers.has('video');
    return takeMedia({ wishes: this.#wishes, local: this.#local, looks }, options, round, usable);
  }

  #makeSwap(webrtc: WebRtcPlatform): HotSwap {
    return new HotSwap({
      webrtc,
      local: this.#local,
      wishes: this.#wishes,
      closing: this.#closing,
      turn: (act) => this.#turn(act),
      sendTracks: () => this.#sendTracks(),
      sendsVideo: () => this.#agreed.video !== null && sends(this.#agreed.video.local),
      changed: this.#tell,
      report: (error) => this.#warn('A device could not be replaced', error),
    });
  }

  #noteBefore(): Before {
    return { directions: this.#link.transceivers.save(), constraints: this.#wishes.base };
  }

  #agree(): void {
    this.#agreed = agreedMedia(this.#localSdp, this.#remoteSdp);
    if (this.#link.state === 'stable') {
      this.#before = undefined;
      this.#hold.agree();
      this.#local.commit();
      this.#links.agree();
      this.#link.path.expect(hears(this.#agreed.audio));
    }
    this.#remote.update(this.#link.transceivers.alive);
    this.#tell();
  }

  /** Takes back whatever waits, and returns to what is agreed. */
  async #undo(): Promise<void> {
    const before = this.#before;
    if (before === undefined) return;
    const wentBack = await this.#during('roll back', this.#links.goBack());
    const restore = (): void => this.#link.transceivers.restore(before.directions);
    if (!wentBack) await this.#during('roll back', rollBack(this.peerConnection, restore));
    this.#before = undefined;
    this.#wishes.restore(before.constraints);
    this.#local.rollback();
    this.#hold.undo();
    this.#remote.update(this.#link.transceivers.alive);
    this.#tell();
  }

  #resend(): void {
    this.#sendTracks().catch((error: unknown) => this.#warn('A track could not be replaced', error));
  }

  #sendTracks(): Promise<void> {
    return this.#link.transceivers.sendTracks((kind) => this.#local.track(kind));
  }

  #warn(message: string, error: unknown): void {
    this.#host.platform.logger.log('warn', 'media', message, error);
  }

  readonly #tell = (): void => {
    this.#host.mediaChanged();
  };
}
