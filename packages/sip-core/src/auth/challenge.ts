import { detach, isAll, TOKEN } from '../message/characters.ts';
import { splitList } from '../message/list.ts';
import { refuseBreaks } from '../message/params.ts';
import { quote } from '../message/quoted-string.ts';
import { type DigestAlgorithm, findAlgorithm } from './algorithm.ts';
import { readAuthParams } from './auth-params.ts';

/** What is protected: the request line (`auth`), or the body as well (`auth-int`). */
export type Qop = 'auth' | 'auth-int';

/** A digest challenge (RFC 7616 section 3.3). */
export interface Challenge {
  readonly scheme: 'digest';
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  /** The credentials were right but the nonce is no longer good. */
  readonly stale: boolean;
  /** As RFCs write it when we know it, otherwise as it came; `MD5` when there is none. */
  readonly algorithm: DigestAlgorithm | (string & {});
  /** What the server offers and we know; empty for servers older than RFC 2617. */
  readonly qop: readonly Qop[];
  /** Whether the user name is to be hashed. */
  readonly userhash: boolean;
  readonly domain: string | undefined;
  /** Whether we can answer: the algorithm is known, and so is one of the qop values, if there are any. */
  readonly supported: boolean;
}

/**
 * Parses the value of one WWW-Authenticate or Proxy-Authenticate line.
 *
 * @returns `undefined` when it is malformed, has no realm or nonce, or is of another scheme: Basic is never answered
 * (RFC 8760 section 2.6)
 */
export function parseChallenge(value: string): Challenge | undefined {
  // A challenge outlives the response it came in.
  const parts = readAuthParams(detach(value));
  if (parts?.scheme !== 'digest') return undefined;
  const { params } = parts;
  const realm = params.get('realm');
  const nonce = params.get('nonce');
  if (realm === undefined || nonce === undefined) return undefined;
  const algorithmName = params.get('algorithm') ?? 'MD5';
  const algorithm = findAlgorithm(algorithmName);
  const offered = params.get('qop');
  const qop = offered === undefined ? [] : splitList(offered.toLowerCase()).filter(isQop);
  return {
    scheme: 'digest',
    realm,
    nonce,
    opaque: params.get('opaque'),
    stale: params.get('stale')?.toLowerCase() === 'true',
    algorithm: algorithm ?? algorithmName,
    qop,
    userhash: params.get('userhash')?.toLowerCase() === 'true',
    domain: params.get('domain'),
    supported: algorithm !== undefined && (offered === undefined || offered.trim() === '' || qop.length > 0),
  };
}

function isQop(text: string): text is Qop {
  return text === 'auth' || text === 'auth-int';
}

/**
 * Picks the challenge to answer: the topmost that we can (RFC 8760 section 2.4).
 */
export function chooseChallenge(challenges: readonly Challenge[]): Challenge | undefined {
  return challenges.find((challenge) => challenge.supported);
}

/** What {@link makeChallenge} writes. */
export interface ChallengeInit {
  readonly realm: string;
  readonly nonce: string;
  /** Default `MD5`. */
  readonly algorithm?: string;
  /** Default `['auth']`; an empty list makes a challenge as before RFC 2617. */
  readonly qop?: readonly string[];
  readonly opaque?: string;
  readonly stale?: boolean;
  readonly userhash?: boolean;
}

/**
 * Writes the value of a WWW-Authenticate or Proxy-Authenticate line, as a registrar or a test has need of it.
 *
 * @throws InvalidValueError for a line break or NUL
 */
export function makeChallenge(init: ChallengeInit): string {
  const { realm, nonce, algorithm = 'MD5', qop = ['auth'], opaque, stale = false, userhash = false } = init;
  for (const [name, value] of Object.entries({ realm, nonce, algorithm, opaque: opaque ?? '', qop: qop.join() })) {
    refuseBreaks(value, name);
  }
  const fields = [`realm=${quote(realm)}`, `nonce=${quote(nonce)}`];
  if (opaque !== undefined) fields.push(`opaque=${quote(opaque)}`);
  fields.push(`algorithm=${isAll(algorithm, TOKEN) ? algorithm : quote(algorithm)}`);
  if (qop.length > 0) fields.push(`qop=${quote(qop.join(','))}`);
  if (stale) fields.push('stale=true');
  if (userhash) fields.push('userhash=true');
  return `Digest ${fields.join(', ')}`;
}
