import { createHash } from 'node:crypto';
import type { LineEnd } from './line.ts';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** As little of a registrar as will do: it challenges each REGISTER anew and checks what comes back. */
export class MiniRegistrar {
  /** How many bindings it granted. */
  granted = 0;
  readonly #secret: string;
  readonly #nonces = new Set<string>();
  #count = 0;

  /** @param secret - the hash of `username:realm:password` */
  constructor(secret: string) {
    this.#secret = secret;
  }

  /** Serves whoever is on the other end of a line. */
  serve(end: LineEnd): void {
    end.receive = (text) => {
      if (text.startsWith('REGISTER ')) end.send(this.#answer(text));
    };
  }

  #answer(request: string): string {
    const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)\\r$`, 'im').exec(request)?.[1] ?? '';
    const head = (status: string): string[] => [
      `SIP/2.0 ${status}`,
      `Via: ${field('Via')}`,
      `From: ${field('From')}`,
      `To: ${field('To')};tag=registrar`,
      `Call-ID: ${field('Call-ID')}`,
      `CSeq: ${field('CSeq')}`,
    ];
    const authorization = field('Authorization');
    if (!this.#accepts(authorization)) {
      const nonce = `n${(this.#count++).toString(36).padStart(8, '0')}`;
      this.#nonces.add(nonce);
      const stale = authorization === '' ? '' : ', stale=true';
      const challenge = `WWW-Authenticate: Digest realm="bench", nonce="${nonce}", algorithm=MD5, qop="auth"${stale}`;
      return [...head('401 Unauthorized'), challenge, 'Content-Length: 0', '', ''].join('\r\n');
    }
    this.granted++;
    const contact = field('Contact');
    const granted = /;expires=/i.test(contact) ? contact : `${contact};expires=600`;
    return [...head('200 OK'), `Contact: ${granted}`, 'Content-Length: 0', '', ''].join('\r\n');
  }

  #accepts(authorization: string): boolean {
    const part = (name: string): string => {
      const match = new RegExp(`[ ,]${name}=(?:"(?<quoted>[^"]*)"|(?<bare>[^," ]*))`).exec(authorization);
      return match?.groups?.['quoted'] ?? match?.groups?.['bare'] ?? '';
    };
    const nonce = part('nonce');
    if (!this.#nonces.delete(nonce)) return false;
    const request = md5(`REGISTER:${part('uri')}`);
    const expected = md5(`${this.#secret}:${nonce}:${part('nc')}:${part('cnonce')}:auth:${request}`);
    if (expected !== part('response')) throw new Error('A client computed a wrong digest.');
    return true;
  }
}

/** The secret of the account that every phone of the bench has. */
export const accountSecret = md5('bench:bench:password');
