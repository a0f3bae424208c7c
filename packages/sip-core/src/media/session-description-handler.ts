import type { Platform } from '../platform.ts';

/** What one side declares it does with a medium (RFC 8866 section 6.7). */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** One medium as last agreed: what each side declared for itself. */
export interface MediaLineState {
  readonly local: MediaDirection;
  readonly remote: MediaDirection;
}

/** How the media path stands. */
export type MediaConnection = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';

/** What a session tells of its media; serialisable. */
export interface MediaState {
  /** `null` while no audio is agreed. */
  readonly audio: MediaLineState | null;
  /** `null` while no video is agreed. */
  readonly video: MediaLineState | null;
  readonly connection: MediaConnection;
  /** Present and true while the picture we send is a screen. */
  readonly sharing?: boolean;
}

/** A body and its type, as a message carries it. */
export interface BodyAndContentType {
  readonly body: string;
  readonly contentType: string;
}

/** Changes a description on its way in or out; see `modifiers` of the calls that take them. */
export type SessionDescriptionHandlerModifier = (
  description: RTCSessionDescriptionInit,
) => Promise<RTCSessionDescriptionInit>;

/** Options of one offer or answer. Custom handlers may read more of their own. */
export interface SessionDescriptionHandlerOptions {
  /** What to capture; default `{ audio: true, video: false }`. */
  readonly constraints?: MediaStreamConstraints;
  /** Go on with sound alone when the camera cannot be had, rather than fail; default false. */
  readonly cameraOptional?: boolean;
  /** A stream to send instead of capturing one. It stays the caller's: the handler never stops its tracks. */
  readonly localMediaStream?: MediaStream;
  /** Milliseconds to wait for ICE candidates at the most; default 1000. */
  readonly iceGatheringTimeout?: number;
  /** Ask for new ICE credentials in this offer; default false. */
  readonly iceRestart?: boolean;
  /** This offer goes to another far end than the media so far, as when another fork answers; default false. */
  readonly newParty?: boolean;
  /** Declare `sendonly` (or `inactive`) so that the other side is on hold; default false. */
  readonly hold?: boolean;
  /**
   * The far end takes candidates later (RFC 8838): hand the description out without waiting for any; default false. Only
   * handlers of a factory that says `trickleIce` get this.
   */
  readonly trickle?: boolean;
  /** The answer given is not final yet: it came in a provisional response, or from a fork that may lose. */
  readonly provisional?: boolean;
}

/** Duration of one tone and pause between two, in milliseconds. */
export interface DtmfTiming {
  readonly duration: number;
  readonly interToneGap: number;
}

/** Our ICE candidates, as an INFO carries them. */
export interface LocalCandidates {
  /** All there are, as `application/trickle-ice-sdpfrag` (RFC 8840 section 9). */
  readonly fragment: string;
  /** Whether this says more than the description handed out last. */
  readonly news: boolean;
}

/** Which media a mute concerns. */
export interface Muted {
  readonly audio: boolean;
  readonly video: boolean;
}

/**
 * The seam between signalling and media. A session has one handler for its whole life; every offer and answer goes
 * through it (RFC 3264). The default one speaks WebRTC.
 *
 * Descriptions come in turns. In a stable state `getDescription` makes an offer and `setDescription` takes one; with an
 * offer outstanding they make or take the answer.
 */
export interface SessionDescriptionHandler {
  /** What the media do now. */
  readonly media: MediaState;
  /**
   * Whether the answers to one offer of ours came from different far ends, early media of one fork and then the final
   * answer of another: a new offer is due, as the path may lead to the wrong one till then.
   */
  readonly misdirected?: boolean;
  /** Whether a body of this type is one this handler reads. */
  hasDescription(contentType: string): boolean;
  /** Whether a description offers a picture, before it is taken; false for whatever cannot be read. */
  offersVideo?(sdp: string): boolean;
  /**
   * The local description: an answer when a remote offer waits for one, an offer otherwise.
   *
   * @throws {@link SipError} with a media code when there is no microphone, no permission or no common codec
   */
  getDescription(
    options?: SessionDescriptionHandlerOptions,
    modifiers?: readonly SessionDescriptionHandlerModifier[],
  ): Promise<BodyAndContentType>;
  /** Takes the remote description: an answer when our offer waits for one, an offer otherwise. */
  setDescription(
    sdp: string,
    options?: SessionDescriptionHandlerOptions,
    modifiers?: readonly SessionDescriptionHandlerModifier[],
  ): Promise<void>;
  /** Takes back an offer that was refused or crossed another, ours or theirs; the media stay as they were agreed. */
  rollbackDescription(): Promise<void>;
  /**
   * Sends tones as RTP events (RFC 4733).
   *
   * @returns false when that is not possible now
   */
  sendDtmf(tones: string, timing: DtmfTiming): boolean;
  /** Silences what we send, without a word to the far end; remembered for tracks that come later. */
  setMuted(muted: Muted): void;
  /** Ends everything and stops every track the handler took. Safe to call twice, and while something is under way. */
  close(): void;
  /** What is captured, or would be: where a change of one part starts from. */
  readonly constraints?: MediaStreamConstraints;
  /**
   * Captures from another device from now on, without a word to the far end. `null` returns to the default.
   *
   * @throws {@link SipError} with a media code; what was sent is still sent then
   */
  useDevice?(kind: 'audio' | 'video', deviceId: string | null): Promise<void>;
  /**
   * Asks for a screen and sends it in place of the camera.
   *
   * @param ended - called when the person ends it by other means than {@link stopSharing}
   * @returns whether a new offer with video is needed for that
   */
  startSharing?(options: DisplayMediaStreamOptions, ended: () => void): Promise<boolean>;
  /**
   * Ends the sharing at once; the camera comes back where there was one.
   *
   * @returns whether a new offer is needed, since there is no picture to send any more
   */
  stopSharing?(): Promise<boolean>;
  /**
   * What there is to tell of our candidates (trickle ICE, RFC 8840 section 4.4); nothing while no description with their
   * credentials is handed out. The handler calls {@link MediaHost.candidatesChanged} when there is more.
   */
  localCandidates?(): LocalCandidates | undefined;
  /**
   * Takes candidates of the far end: an `application/trickle-ice-sdpfrag`. Those of a description that is yet to come
   * wait for it, those of one that is over are dropped. Whatever it says, it does not reject for it.
   */
  addRemoteCandidates?(fragment: string): Promise<void>;
  /** Statistics as WebRTC has them. */
  getStats?(): Promise<RTCStatsReport>;
}

/** What a handler gets to know of its session. */
export interface MediaHost {
  /** The session's id. */
  readonly id: string;
  readonly platform: Platform;
  /** To be called after each change of {@link SessionDescriptionHandler.media}. */
  mediaChanged(): void;
  /** To be called when {@link SessionDescriptionHandler.localCandidates} has more to tell. */
  candidatesChanged?(): void;
}

/** Makes the handler of a session. */
export interface SessionDescriptionHandlerFactory {
  (host: MediaHost): SessionDescriptionHandler;
  /**
   * Whether its handlers have `localCandidates` and `addRemoteCandidates`, and heed the option `trickle`; default false:
   * then trickle ICE is neither offered nor used.
   */
  readonly trickleIce?: boolean;
}
