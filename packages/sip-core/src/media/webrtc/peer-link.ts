import type { Emitter } from '../../base/emitter.ts';
import type { WebRtcPlatform } from '../../platform.ts';
import type { MediaHost } from '../session-description-handler.ts';
import { preferredCodecs } from './codec-preferences.ts';
import { type ChannelEvents, DataChannels } from './data-channels.ts';
import { IceGathering, iceServers } from './ice-gathering.ts';
import { isAnotherParty } from './newcomer.ts';
import { PathWatch } from './path-watch.ts';
import { Transceivers } from './transceivers.ts';
import { Trickle } from './trickle.ts';
import type { WebRtcMediaOptions } from './webrtc-media.ts';

/** What a {@link PeerLink} takes from its call. */
export interface PeerLinkHost {
  readonly host: MediaHost;
  readonly webrtc: WebRtcPlatform;
  readonly options: WebRtcMediaOptions;
  /** Named in our descriptions as the one our tracks belong to. */
  readonly stream: MediaStream;
  /** Hears of data channels. */
  readonly channels: Emitter<ChannelEvents>;
  /** Told after each change of the path. */
  readonly changed: () => void;
}

/** One peer connection, and all that fills and watches it. */
export class PeerLink {
  readonly connection: RTCPeerConnection;
  readonly transceivers: Transceivers;
  readonly channels: DataChannels;
  readonly gathering: IceGathering;
  readonly trickle: Trickle;
  readonly path: PathWatch;
  /** The answer in force, while it is a provisional one. */
  #early = '';
  /** A final answer that is not in force yet. */
  #withheld = '';
  #misdirected = false;

  constructor({ host, webrtc, options, stream, channels, changed }: PeerLinkHost) {
    const configuration = { ...options.peerConnectionConfiguration };
    const { clock } = host.platform;
    this.connection = webrtc.createPeerConnection(configuration);
    this.transceivers = new Transceivers(this.connection, stream, (kind) =>
      preferredCodecs(webrtc.codecs?.(kind) ?? [], options.codecs?.[kind] ?? []),
    );
    this.channels = new DataChannels(this.connection, options.dataChannel, channels);
    this.gathering = new IceGathering(this.connection, iceServers(configuration), clock);
    this.trickle = new Trickle(this.connection, host);
    this.path = new PathWatch(this.connection, clock, changed);
  }

  /** Where offer and answer stand; a withheld answer counts. */
  get state(): RTCSignalingState {
    return this.#withheld === '' ? this.connection.signalingState : 'stable';
  }

  /** Whether the answers to one offer of ours came from different far ends: the path leads to the first, or to none. */
  get misdirected(): boolean {
    return this.#misdirected;
  }

  /**
   * Takes a description of the far end. A final answer of another one than before is withheld: were its path opened here,
   * that of a connection which takes the place of this one would come up seconds later, or never (Chromium 156).
   */
  async take(type: 'offer' | 'answer' | 'pranswer', sdp: string): Promise<void> {
    await this.settle();
    this.#misdirected ||= isAnotherParty(this.#early, sdp);
    if (type === 'answer' && this.#misdirected && this.#early !== '') this.#withheld = sdp;
    else await this.#set(type, sdp);
  }

  /** Puts a withheld answer in force: there is no other connection after all. */
  async settle(): Promise<void> {
    const sdp = this.#withheld;
    this.#withheld = '';
    if (sdp !== '') await this.#set('answer', sdp);
  }

  /** Closes the connection and watches no more. */
  close(): void {
    this.#withheld = '';
    this.gathering.stop();
    this.trickle.stop();
    this.path.stop();
    this.connection.close();
  }

  async #set(type: 'offer' | 'answer' | 'pranswer', sdp: string): Promise<void> {
    await this.connection.setRemoteDescription({ type, sdp });
    this.#early = type === 'pranswer' ? sdp : '';
    await this.trickle.described(sdp);
  }
}
