import type { IncomingMessage } from '../message/incoming-message.ts';

/** What a {@link Peer} knows, to be kept and given back. */
export interface PeerRecord {
  readonly allow: readonly string[] | null;
  readonly supported: readonly string[];
  readonly receives: readonly string[];
}

/** What the far end has said it can do; the latest word counts. */
export class Peer {
  #allow: ReadonlySet<string> | undefined;
  #supported: ReadonlySet<string> = new Set();
  #receives: ReadonlySet<string> = new Set();

  /** Reads Allow, Supported and Recv-Info of a message within the dialog. */
  learn(message: IncomingMessage): void {
    if (message.has('Allow')) this.#allow = new Set(message.allow);
    if (message.has('Supported')) this.#supported = new Set(message.supported);
    if (message.has('Recv-Info')) this.#receives = new Set(message.values('Recv-Info').map(nameOf));
  }

  /** All of it, for another page. */
  get record(): PeerRecord {
    return {
      allow: this.#allow === undefined ? null : [...this.#allow],
      supported: [...this.#supported],
      receives: [...this.#receives],
    };
  }

  /** Takes over what another page had learned. */
  restore({ allow, supported, receives }: PeerRecord): void {
    this.#allow = allow === null ? undefined : new Set(allow);
    this.#supported = new Set(supported);
    this.#receives = new Set(receives);
  }

  /** Whether it said that it takes a method; what it never spoke of it does not take. */
  allows(method: string): boolean {
    return this.#allow?.has(method) === true;
  }

  /** It named a method and then refused it. */
  disallow(method: string): void {
    this.#allow = new Set([...(this.#allow ?? [])].filter((each) => each !== method));
  }

  supports(optionTag: string): boolean {
    return this.#supported.has(optionTag);
  }

  /** Whether it takes INFO requests of a package (RFC 6086). */
  receives(infoPackage: string): boolean {
    return this.#receives.has(infoPackage);
  }
}

function nameOf(value: string): string {
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}
