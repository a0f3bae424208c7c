import type { SessionDescriptionHandlerOptions } from '../session-description-handler.ts';
import type { PeerLink } from './peer-link.ts';

/**
 * The peer connection of a call, and the one that it replaces until that is agreed.
 *
 * Keys and path of a connection belong to one far end. When another fork answers than the one that sent early media,
 * Chromium (156) restarts DTLS while ICE still leads to the loser: it comes up seconds later, or never. So the offer to
 * the one that answered is that of a new connection. A refusal leaves the former one, as it was.
 */
export class PeerLinks {
  readonly #make: () => PeerLink;
  #current: PeerLink;
  #former: PeerLink | undefined;

  constructor(make: () => PeerLink) {
    this.#make = make;
    this.#current = make();
  }

  /** The one in use. */
  get current(): PeerLink {
    return this.#current;
  }

  /** Whether {@link current} is yet to be agreed in the place of another. */
  get replacing(): boolean {
    return this.#former !== undefined;
  }

  /**
   * Makes ready for an offer with these options: by a new connection where it takes one. Its offer will have the lines of
   * the one before (RFC 3264 section 8), that of a data channel last; and that one sends nothing from now on.
   */
  async prepareOffer({ newParty }: SessionDescriptionHandlerOptions): Promise<void> {
    const former = this.#current;
    if (former.state !== 'stable' || (newParty !== true && !former.misdirected)) return former.settle();
    this.#current = this.#make();
    this.#former = former;
    for (const [line] of former.connection.localDescription?.sdp.matchAll(/^m=(audio|video)/gm) ?? []) {
      this.#current.transceivers.reserve(line === 'm=audio' ? 'audio' : 'video');
    }
    await former.transceivers.sendTracks(() => null);
  }

  /** The new connection is agreed. */
  agree(): void {
    this.#former?.close();
    this.#former = undefined;
  }

  /**
   * Returns to the connection before, if a new one was offered and is refused.
   *
   * @returns whether there was one
   */
  async goBack(): Promise<boolean> {
    const { replacing } = this;
    if (this.#former !== undefined) {
      this.#current.close();
      this.#current = this.#former;
      this.#former = undefined;
    }
    await this.#current.settle();
    return replacing;
  }

  close(): void {
    this.agree();
    this.#current.close();
  }
}
