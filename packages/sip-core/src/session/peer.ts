import type { IncomingMessage } from '../message/incoming-message.ts';

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
