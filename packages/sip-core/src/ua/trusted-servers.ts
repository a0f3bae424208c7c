/** Servers whose word on who calls counts (RFC 3325): some by their host, all, or none. */
export class TrustedServers {
  readonly #trusted: readonly string[] | boolean;

  constructor(trusted: readonly string[] | boolean) {
    this.#trusted = typeof trusted === 'boolean' ? trusted : trusted.map(hostOf);
  }

  /** @param server - URL of the server we are connected to */
  has(server: string | undefined): boolean {
    return typeof this.#trusted === 'boolean' ? this.#trusted : this.#trusted.includes(hostOf(server ?? ''));
  }
}

/** The host of a WebSocket URL, or a host as it is, in lower case. */
function hostOf(server: string): string {
  return (/^wss?:\/\/([^/?#]+)/i.exec(server)?.[1] ?? server).replace(/:\d+$/, '').toLowerCase();
}
