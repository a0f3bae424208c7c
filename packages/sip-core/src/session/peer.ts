import { detach } from '../message/characters.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';

/** What a {@link Peer} knows, to be kept and given back. */
export interface PeerRecord {
  readonly allow: readonly string[] | null;
  readonly supported: readonly string[];
  readonly receives: readonly string[];
}

/** What the far end has said it can do; the latest word counts. */
export class Peer {
  #allow: readonly string[] | undefined;
  #supported: readonly string[] = NONE;
  #receives: readonly string[] = NONE;

  /** Reads Allow, Supported and Recv-Info of a message within the dialog. */
  learn(message: IncomingMessage): void {
    // Copies: they outlive the message.
    if (message.has('Allow')) this.#allow = message.allow.map(detach);
    if (message.has('Supported')) this.#supported = message.supported.map(detach);
    if (message.has('Recv-Info')) this.#receives = message.values('Recv-Info').map(nameOf).map(detach);
  }

  /** All of it, for another page. */
  get record(): PeerRecord {
    return {
      allow: this.#allow ?? null,
      supported: this.#supported,
      receives: this.#receives,
    };
  }

  /** Takes over what another page had learned. */
  restore({ allow, supported, receives }: PeerRecord): void {
    this.#allow = allow ?? undefined;
    this.#supported = supported;
    this.#receives = receives;
  }

  /** Whether it said that it takes a method; what it never spoke of it does not take. */
  allows(method: string): boolean {
    return this.#allow?.includes(method) === true;
  }

  /** It named a method and then refused it. */
  disallow(method: string): void {
    this.#allow = (this.#allow ?? NONE).filter((each) => each !== method);
  }

  supports(optionTag: string): boolean {
    return this.#supported.includes(optionTag);
  }

  /** Whether it takes INFO requests of a package (RFC 6086). */
  receives(infoPackage: string): boolean {
    return this.#receives.includes(infoPackage);
  }
}

const NONE: readonly never[] = [];

function nameOf(value: string): string {
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}
