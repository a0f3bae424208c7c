import type { IncomingResponse } from '../message/incoming-message.ts';

/** Which dialogs of calls are up, told from the answers that pass: for leak tests. */
export class CallLedger {
  readonly #dialogs = new Set<string>();

  /** How many there are. */
  get size(): number {
    return this.#dialogs.size;
  }

  note(response: IncomingResponse): void {
    const { callId, cseq, fromTag, statusCode, toTag } = response;
    if (toTag === undefined || statusCode < 200) return;
    const key = [callId, ...[fromTag ?? '', toTag].sort()].join(' ');
    if (cseq.method === 'INVITE' && statusCode < 300) this.#dialogs.add(key);
    // Whatever the answer, a BYE that was answered ends the dialog (RFC 3261 section 15.1.1).
    if (cseq.method === 'BYE') this.#dialogs.delete(key);
  }

  clear(): void {
    this.#dialogs.clear();
  }
}
