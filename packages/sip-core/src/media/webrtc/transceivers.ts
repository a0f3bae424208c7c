import { holdDirection, sends, toDirection } from '../direction.ts';
import type { MediaDirection } from '../session-description-handler.ts';
import { MEDIA_KINDS, type MediaKind } from './media-kind.ts';

/** What we want of one medium. */
export interface MediaWish {
  /** Whether it is to be in the call at all. */
  readonly wanted: boolean;
  /** The track to send; `null` to send none. */
  readonly track: MediaStreamTrack | null;
}

/** What we want of each medium. */
export type MediaWishes = { readonly [Kind in MediaKind]: MediaWish };

/** Directions as they were before an offer, to return to when it is refused. */
export type SavedDirections = ReadonlyMap<RTCRtpTransceiver, RTCRtpTransceiverDirection>;

/** The transceivers of one peer connection: one m-line each (RFC 8829 section 4.1.6). */
export class Transceivers {
  readonly #connection: RTCPeerConnection;
  readonly #stream: MediaStream;
  readonly #codecs: (kind: MediaKind) => readonly RTCRtpCodec[];
  /** Those that keep the place of a line, wanted or not. */
  readonly #reserved = new Set<RTCRtpTransceiver>();

  /**
   * @param stream - named in our descriptions as the one our tracks belong to
   * @param codecs - the codecs to use of a kind, the best first; an empty list leaves the choice to the browser
   */
  constructor(
    connection: RTCPeerConnection,
    stream: MediaStream,
    codecs: (kind: MediaKind) => readonly RTCRtpCodec[] = () => [],
  ) {
    this.#connection = connection;
    this.#stream = stream;
    this.#codecs = codecs;
  }

  /** Those that are not stopped. */
  get alive(): readonly RTCRtpTransceiver[] {
    return this.#connection
      .getTransceivers()
      .filter((entry) => entry.direction !== 'stopped' && entry.currentDirection !== 'stopped');
  }

  /** The one that carries a kind, or that waits to be offered again. */
  find(kind: MediaKind): RTCRtpTransceiver | undefined {
    return this.#negotiated(kind) ?? this.#of(kind)[0];
  }

  /** Whether a kind has a line in the descriptions. */
  has(kind: MediaKind): boolean {
    return this.#negotiated(kind) !== undefined;
  }

  /** Adds a line of this kind, `inactive` unless an offer wants it: a former connection had one in its place. */
  reserve(kind: MediaKind): void {
    this.#reserved.add(this.#connection.addTransceiver(kind, { direction: 'inactive', streams: [this.#stream] }));
  }

  /** Notes the directions that are agreed. */
  save(): SavedDirections {
    return new Map(this.alive.filter((entry) => entry.mid !== null).map((entry) => [entry, entry.direction]));
  }

  /**
   * Returns to noted directions. What an offer had added waits for the next one: Chromium (156) would take it for the
   * transceiver of that offer's line, had it been stopped by then.
   */
  restore(saved: SavedDirections): void {
    for (const entry of this.alive) {
      const direction = saved.get(entry);
      if (direction !== undefined) entry.direction = direction;
      else if (entry.mid === null) entry.direction = 'inactive';
    }
  }

  /**
   * Sets up an offer.
   *
   * @param remote - what the other side declared last for a kind, which decides how a hold is said
   */
  async prepareOffer(
    wishes: MediaWishes,
    hold: boolean,
    remote: (kind: MediaKind) => MediaDirection | undefined,
  ): Promise<void> {
    for (const kind of MEDIA_KINDS) {
      const wish = wishes[kind];
      const direction = hold ? held(wish, remote(kind)) : wished(wish);
      this.#dropWaiting(kind, wish);
      const present = this.find(kind);
      if (present !== undefined) {
        present.direction = direction;
        this.#prefer(present, kind);
        await this.#send(present, wish.track);
      } else if (wish.wanted) {
        const added = this.#connection.addTransceiver(wish.track ?? kind, { direction, streams: [this.#stream] });
        this.#prefer(added, kind);
      }
    }
  }

  /**
   * Sets up the answer to an offer that is set. The first line of each kind is ours; others are answered `inactive`, and
   * so is a kind not wanted: WebRTC cannot refuse a line whose codecs it knows.
   */
  async prepareAnswer(wishes: MediaWishes, hold: boolean): Promise<void> {
    const offered = this.alive.filter((entry) => entry.mid !== null);
    for (const kind of MEDIA_KINDS) {
      const wish = wishes[kind];
      const [first, ...rest] = offered.filter((entry) => entry.receiver.track.kind === kind);
      for (const entry of rest) entry.direction = 'inactive';
      if (first === undefined) continue;
      // What the offer leaves no room for, the browser takes out (RFC 8829 section 5.3.1).
      first.direction = wish.wanted ? toDirection(wish.track !== null, !hold) : 'inactive';
      this.#prefer(first, kind);
      await this.#send(first, wish.track);
    }
  }

  /** Whether each kind that we send has its line, now that our offer is set. */
  get inPlace(): boolean {
    return this.alive.every((entry) => entry.mid !== null);
  }

  /** Sends what is to be sent now, without a new description. */
  async sendTracks(track: (kind: MediaKind) => MediaStreamTrack | null): Promise<void> {
    for (const kind of MEDIA_KINDS) {
      const sender = this.find(kind)?.sender;
      if (sender !== undefined && sender.track !== track(kind)) await sender.replaceTrack(track(kind));
    }
  }

  #of(kind: MediaKind): readonly RTCRtpTransceiver[] {
    return this.alive.filter((entry) => entry.receiver.track.kind === kind);
  }

  #negotiated(kind: MediaKind): RTCRtpTransceiver | undefined {
    return this.#of(kind).find((entry) => entry.mid !== null);
  }

  /** Drops what waits to be offered again, where it is not wanted any more or has been replaced by a line of theirs. */
  #dropWaiting(kind: MediaKind, wish: MediaWish): void {
    if (wish.wanted && !this.has(kind)) return;
    for (const entry of this.#of(kind)) if (entry.mid === null && !this.#reserved.has(entry)) entry.stop();
  }

  #prefer(transceiver: RTCRtpTransceiver, kind: MediaKind): void {
    const codecs = this.#codecs(kind);
    if (codecs.length > 0) transceiver.setCodecPreferences([...codecs]);
  }

  async #send({ sender }: RTCRtpTransceiver, track: MediaStreamTrack | null): Promise<void> {
    if (sender.track !== track) await sender.replaceTrack(track);
    // Not in every WebRTC there is; without it the far end has the track and no stream.
    if ('setStreams' in sender) sender.setStreams(this.#stream);
  }
}

function wished(wish: MediaWish): MediaDirection {
  return wish.wanted ? toDirection(wish.track !== null, true) : 'inactive';
}

function held(wish: MediaWish, remote: MediaDirection | undefined): MediaDirection {
  return toDirection(wish.wanted && wish.track !== null && sends(holdDirection(remote)), false);
}
