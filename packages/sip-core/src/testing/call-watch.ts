import type { IncomingResponse } from '../message/incoming-message.ts';

/** A call as the network sees it. */
export interface WatchedCall {
  readonly callId: string;
  /** Users of the domain, and the tags of their ends. */
  readonly caller: string;
  readonly callerTag: string;
  readonly callerName: string | undefined;
  readonly callee: string;
  readonly calleeTag: string;
  readonly state: 'early' | 'confirmed';
}

/** Who talks to whom, told from the answers that pass. */
export class CallWatch {
  readonly #calls = new Map<string, WatchedCall>();
  readonly #changed: (users: readonly string[]) => void;

  constructor(changed: (users: readonly string[]) => void) {
    this.#changed = changed;
  }

  /** The calls of a user. */
  of(user: string): readonly WatchedCall[] {
    return [...this.#calls.values()].filter((call) => call.caller === user || call.callee === user);
  }

  note(response: IncomingResponse): void {
    const { callId, cseq, fromTag, toTag, statusCode, from, to } = response;
    if (cseq.method === 'BYE') this.#end(callId, [fromTag, toTag]);
    if (cseq.method !== 'INVITE' || statusCode <= 100) return;
    const key = `${callId} ${[fromTag, toTag].sort().join(' ')}`;
    const known = this.#calls.get(key);
    if (statusCode >= 300) {
      // A refused re-INVITE ends nothing.
      if (known?.state !== 'confirmed') this.#end(callId);
    } else if (fromTag !== undefined && toTag !== undefined && known?.state !== 'confirmed') {
      const state = statusCode < 200 ? 'early' : 'confirmed';
      if (known?.state === state) return;
      const people = { caller: from.uri.user ?? '', callee: to.uri.user ?? '', callerName: from.displayName };
      this.#calls.set(key, { callId, ...people, callerTag: fromTag, calleeTag: toTag, state });
      this.#changed([people.caller, people.callee]);
    }
  }

  #end(callId: string, tags?: readonly (string | undefined)[]): void {
    for (const [key, call] of [...this.#calls]) {
      const meant = tags === undefined || (tags.includes(call.callerTag) && tags.includes(call.calleeTag));
      if (call.callId !== callId || !meant || (tags === undefined && call.state === 'confirmed')) continue;
      this.#calls.delete(key);
      this.#changed([call.caller, call.callee]);
    }
  }
}
