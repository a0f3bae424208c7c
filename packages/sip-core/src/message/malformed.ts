import * as Field from './field.ts';
import {
  readMediaType,
  readParameterised,
  readRAck,
  readSeconds,
  readSecondsWithParams,
  readSessionExpires,
  readToken,
} from './header-values.ts';
import type { Reader } from './header-places.ts';
import { readNameAddr } from './name-addr.ts';
import { readVia } from './via.ts';

/** A header field that cannot be understood. */
export interface MalformedHeader {
  readonly header: string;
  /** A sentence that is safe to send as a reason phrase. */
  readonly reason: string;
}

interface Check {
  readonly id: number;
  readonly read: Reader<unknown>;
  /** Whether there is one value on one line; otherwise it is a list over any number of lines. */
  readonly single: boolean;
}

/**
 * What a request is checked for before it is served. Expires and its like are not here: what cannot be read of them
 * counts as absent (RFC 3261 section 10.3).
 */
export const CHECKS: readonly Check[] = [
  { id: Field.Via, read: readVia, single: false },
  { id: Field.Contact, read: readContact, single: false },
  { id: Field.Route, read: readNameAddr, single: false },
  { id: Field.RecordRoute, read: readNameAddr, single: false },
  { id: Field.Require, read: readToken, single: false },
  { id: Field.Supported, read: readToken, single: false },
  { id: Field.ContentType, read: readMediaType, single: true },
  { id: Field.ContentDisposition, read: readParameterised, single: true },
  { id: Field.Event, read: readParameterised, single: true },
  { id: Field.SubscriptionState, read: readParameterised, single: true },
  { id: Field.ReferTo, read: readNameAddr, single: true },
  { id: Field.Replaces, read: readParameterised, single: true },
  { id: Field.RSeq, read: readSeconds, single: true },
  { id: Field.RAck, read: readRAck, single: true },
  { id: Field.SessionExpires, read: readSessionExpires, single: true },
  { id: Field.MinSE, read: readSecondsWithParams, single: true },
];

function readContact(text: string, start: number, end: number): unknown {
  return end - start === 1 && text.charAt(start) === '*' ? '*' : readNameAddr(text, start, end);
}
