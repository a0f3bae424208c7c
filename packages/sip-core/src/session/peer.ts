import { NOTHING } from '../base/nothing.ts';
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
  // Each list as one text: copies of a dozen words would be kept with every call.
  #allow: string | undefined;
  #supported = '';
  #receives = '';

  /** Reads Allow, Supported and Recv-Info of a message within the dialog. */
  learn(message: IncomingMessage): void {
    if (message.has('Allow')) this.#allow = joined(message.allow);
    if (message.has('Supported')) this.#supported = joined(message.supported);
    if (message.has('Recv-Info')) this.#receives = joined(message.values('Recv-Info').map(nameOf));
  }

  /** All of it, for another page. */
  get record(): PeerRecord {
    return {
      allow: this.#allow === undefined ? null : words(this.#allow),
      supported: words(this.#supported),
      receives: words(this.#receives),
    };
  }

  /** Takes over what another page had learned. */
  restore({ allow, supported, receives }: PeerRecord): void {
    this.#allow = allow === null ? undefined : joined(allow);
    this.#supported = joined(supported);
    this.#receives = joined(receives);
  }

  /** Whether it said that it takes a method; what it never spoke of it does not take. */
  allows(method: string): boolean {
    return words(this.#allow ?? '').includes(method);
  }

  /** It named a method and then refused it. */
  disallow(method: string): void {
    this.#allow = joined(words(this.#allow ?? '').filter((each) => each !== method));
  }

  supports(optionTag: string): boolean {
    return words(this.#supported).includes(optionTag);
  }

  /** Whether it takes INFO requests of a package (RFC 6086). */
  receives(infoPackage: string): boolean {
    return words(this.#receives).includes(infoPackage);
  }
}

/** A text of its own: it outlives the message that the words are of. */
function joined(list: readonly string[]): string {
  return detach(list.join());
}

function words(text: string): readonly string[] {
  return text === '' ? NOTHING : text.split(',');
}

function nameOf(value: string): string {
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}
