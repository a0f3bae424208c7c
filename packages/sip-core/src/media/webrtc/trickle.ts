import type { LocalCandidates, MediaHost, SessionDescriptionHandlerOptions } from '../session-description-handler.ts';
import { takesTrickle } from '../trickle/line-candidates.ts';
import { localCandidates, type Gathered } from '../trickle/local-candidates.ts';
import { RemoteCandidates } from '../trickle/remote-candidates.ts';

/** The part of a peer connection that candidates go in and out of. */
export type CandidateSource = Pick<
  RTCPeerConnection,
  'iceGatheringState' | 'localDescription' | 'addIceCandidate' | 'addEventListener' | 'removeEventListener'
>;

/** Candidates of a peer connection that go their own way, after the description (RFC 8838). */
export class Trickle {
  readonly #source: CandidateSource;
  readonly #changed: () => void;
  readonly #remote: RemoteCandidates;
  #sent: Gathered = { sdp: '', complete: false };

  constructor(source: CandidateSource, host: MediaHost) {
    this.#source = source;
    this.#changed = () => host.candidatesChanged?.();
    this.#remote = new RemoteCandidates(async ({ mid, ufrag, candidate }) => {
      try {
        await source.addIceCandidate({ candidate, sdpMid: mid, usernameFragment: ufrag });
      } catch (error) {
        host.platform.logger.log('info', 'media', 'A candidate was not taken', error);
      }
    });
    source.addEventListener('icecandidate', this.#changed);
    source.addEventListener('icegatheringstatechange', this.#changed);
  }

  /** Our description as it stands now. */
  get gathered(): Gathered {
    const { localDescription, iceGatheringState } = this.#source;
    return { sdp: localDescription?.sdp ?? '', complete: iceGatheringState === 'complete' };
  }

  /** What there is to tell beyond the description handed out last. */
  get local(): LocalCandidates | undefined {
    return localCandidates(this.gathered, this.#sent);
  }

  /** A description of ours is handed out. */
  handOut(sent: Gathered): void {
    this.#sent = sent;
    if (this.local?.news === true) this.#changed();
  }

  /** A description of the far end is in force. */
  described(sdp: string): Promise<void> {
    return this.#remote.described(sdp);
  }

  /** Takes candidates of the far end. */
  receive(fragment: string): Promise<void> {
    return this.#remote.receive(fragment);
  }

  /** Ends the watch. */
  stop(): void {
    this.#source.removeEventListener('icecandidate', this.#changed);
    this.#source.removeEventListener('icegatheringstatechange', this.#changed);
  }
}

/** Milliseconds to wait for candidates at the most, where nothing else is said. */
const GATHERING_TIMEOUT = 1000;

/**
 * How long a description waits for candidates at the most.
 *
 * @param configured - for all calls
 * @param remote - the description of the far end; one that does not say `trickle` gets all candidates at once
 */
export function gatheringTimeout(
  options: SessionDescriptionHandlerOptions,
  configured: number | undefined,
  remote: string,
): number {
  if (options.trickle === true && takesTrickle(remote)) return 0;
  return options.iceGatheringTimeout ?? configured ?? GATHERING_TIMEOUT;
}
