import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Uri } from '../message/uri.ts';
import { type Replaces, readReplaces } from './replaces.ts';

/** Whom a REFER asks us to call. */
export interface ReferTarget {
  /** Without header fields: what else Refer-To asks to be put into the INVITE is not followed. */
  readonly uri: Uri;
  /** The dialog there that the call is to take the place of. */
  readonly replaces: Replaces | undefined;
}

/** Why a REFER cannot be followed, as the response says it. */
export interface ReferRefusal {
  readonly statusCode: number;
  readonly reasonPhrase?: string;
}

/**
 * Reads the Refer-To of a REFER (RFC 3515 section 2.4.2). Of the header fields in it Replaces alone counts, and only
 * when it is well-formed; so nothing a stranger writes into an address reaches an INVITE of ours.
 */
export function readReferTarget(request: IncomingRequest): ReferTarget | ReferRefusal {
  const uri = request.referTo?.uri;
  if (request.headers('Refer-To').length !== 1 || uri === undefined) {
    return { statusCode: 400, reasonPhrase: 'Bad Refer-To Header Field' };
  }
  if (uri.opaque !== undefined) return { statusCode: 416 };
  const method = uri.params.get('method');
  if (method !== undefined && method !== 'INVITE') return { statusCode: 501 };
  const values = uri.headers.get('replaces') ?? [];
  const replaces = values.length === 1 ? readReplaces(values[0] ?? '') : undefined;
  if (values.length > 0 && replaces === undefined) {
    return { statusCode: 400, reasonPhrase: 'Bad Replaces In Refer-To' };
  }
  const params = new Map([...uri.params].filter(([name]) => name !== 'method'));
  const bare = uri.withoutHeaders();
  return { uri: method === undefined ? bare : bare.with({ params }), replaces };
}
