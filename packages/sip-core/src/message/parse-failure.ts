import { skip, skipSpace, TOKEN } from './characters.ts';
import * as Field from './field.ts';
import { headerId } from './header-names.ts';
import { unfold } from './header-places.ts';

/** Why a message was refused. */
export type ParseFailureCode =
  | 'NOT_SIP'
  | 'BAD_START_LINE'
  | 'BAD_VERSION'
  | 'BAD_URI'
  | 'BAD_HEADER'
  | 'MISSING_HEADER'
  | 'BAD_LENGTH'
  | 'CSEQ_MISMATCH'
  | 'TOO_LARGE';

/** A message that was refused. */
export interface ParseFailure {
  readonly code: ParseFailureCode;
  /** What a request is answered with. */
  readonly status: 400 | 413 | 505 | 513;
  /** A sentence that is safe to send as a reason phrase. */
  readonly reason: string;
  /** The header field at fault. */
  readonly header?: string;
  /** Set when it was a request and enough of it could be read to answer; see `responseToFailure`. */
  readonly answerable?: Answerable;
}

/** Raw values that an answer copies. */
export interface Answerable {
  readonly method: string;
  readonly vias: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly callId: string;
  readonly cseq: string;
}

/** What is wrong with a message, before it is known whether it can be answered. */
export class Fault {
  readonly #failure: ParseFailure;

  constructor(code: ParseFailureCode, status: ParseFailure['status'], reason: string, header?: string) {
    this.#failure = header === undefined ? { code, status, reason } : { code, status, reason, header };
  }

  /** The failure as it is reported. */
  toFailure(answerable: Answerable | undefined): ParseFailure {
    return answerable === undefined ? this.#failure : { ...this.#failure, answerable };
  }
}

/** How far into a refused message an answer is looked for. */
const FURTHEST = 16384;
const UNSAFE = /[\r\n\0]/;

/**
 * Picks out of a refused request what an answer needs, if it is all there and safe to send back. ACK is never answered.
 */
export function salvage(text: string, start: number): Answerable | undefined {
  const head = text.slice(start, start + FURTHEST);
  const methodEnd = skip(head, 0, head.length, TOKEN);
  if (methodEnd === 0 || head.charAt(methodEnd) !== ' ') return undefined;
  const method = head.slice(0, methodEnd);
  const vias: string[] = [];
  const single = new Map<number, string>();
  for (let pos = head.indexOf('\r\n'); pos >= 0 && !head.startsWith('\r\n', pos + 2);) {
    const start = pos + 2;
    do pos = head.indexOf('\r\n', pos + 2);
    while (pos >= 0 && (head.charAt(pos + 2) === ' ' || head.charAt(pos + 2) === '\t'));
    if (pos < 0) break;
    const nameEnd = skip(head, start, pos, TOKEN);
    const id = headerId(head, start, nameEnd);
    const colon = skipSpace(head, nameEnd, pos);
    if (id > Field.CSeq || id === Field.Other || head.charAt(colon) !== ':') continue;
    const value = unfold(head.slice(colon + 1, pos)).trim();
    if (value === '' || UNSAFE.test(value)) return undefined;
    if (id === Field.Via) vias.push(value);
    else if (!single.has(id)) single.set(id, value);
  }
  const from = single.get(Field.From);
  const to = single.get(Field.To);
  const callId = single.get(Field.CallId);
  const cseq = single.get(Field.CSeq);
  if (method === 'ACK' || vias.length === 0) return undefined;
  if (from === undefined || to === undefined || callId === undefined || cseq === undefined) return undefined;
  return { method, vias, from, to, callId, cseq };
}
