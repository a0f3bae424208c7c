import { detach } from '../message/characters.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Params } from '../message/params.ts';
import { readParameterised } from '../message/header-values.ts';
import type {
  CallMetadata,
  DiversionEntry,
  HistoryEntry,
  InfoLink,
  NamedValue,
  RemoteParty,
  UserToUser,
} from './call-metadata.ts';
import type { ReasonValue } from './end-cause.ts';
import { party } from './party.ts';
import { parseReason, readReason } from './reason.ts';

/** How many values of one header field are kept, and how many characters of each. */
const MOST = { values: 32, characters: 1024 };
/** The longest that a caller may ask a phone to wait before it answers by itself, in seconds. */
const LONGEST_WAIT = 3600;

/** What a message says; what it does not mention is not in it. */
export type MetadataPart = Partial<Omit<CallMetadata, 'sessionId'>>;

/**
 * Reads what a message tells of its call. Malformed values are left out, and no message makes it grow without bound.
 *
 * @param trusted - whether the server it came from is one whose word on identities counts (RFC 3325 section 5)
 */
export function readMetadata(message: IncomingMessage, trusted: boolean): MetadataPart {
  const part: { -readonly [Name in keyof MetadataPart]: MetadataPart[Name] } = {};
  const asserted = trusted ? addresses(message, 'P-Asserted-Identity').map(party) : [];
  if (asserted.length > 0) part.assertedIdentities = asserted;
  const remoteParty = trusted ? readRemoteParty(message) : undefined;
  if (remoteParty !== undefined) part.remoteParty = remoteParty;
  const preferred = addresses(message, 'P-Preferred-Identity')[0];
  if (preferred !== undefined) part.preferredIdentity = party(preferred);
  if (message.has('Privacy'))
    part.privacy = texts(message, 'Privacy').flatMap((text) => text.toLowerCase().split(/\s*;\s*/));
  if (message.has('Diversion')) part.diversion = addresses(message, 'Diversion').map(diversion);
  if (message.has('History-Info')) part.history = addresses(message, 'History-Info').map(history);
  if (message.has('Alert-Info')) part.alertInfo = addresses(message, 'Alert-Info').map(link);
  if (message.has('Call-Info')) part.callInfo = addresses(message, 'Call-Info').map(link);
  const after = readAutoAnswer(message);
  if (after !== undefined) part.autoAnswer = Object.freeze({ after });
  const reason = readReason(message);
  if (reason !== null) part.reason = reason;
  const userAgent = message.header('User-Agent') ?? message.header('Server');
  if (userAgent !== undefined) part.userAgent = cut(userAgent);
  for (const name of ['Subject', 'Priority', 'Organization'] as const) {
    const value = message.header(name);
    if (value !== undefined) part[LOWER[name]] = cut(value);
  }
  if (message.has('Referred-By') && message.referredBy !== undefined) part.referredBy = party(message.referredBy);
  if (message.has('User-to-User')) part.userToUser = texts(message, 'User-to-User').flatMap(userToUser);
  const headers = ownHeaders(message);
  if (headers.length > 0) part.headers = headers;
  return part;
}

const LOWER = { Subject: 'subject', Priority: 'priority', Organization: 'organization' } as const;

/**
 * The address of the far end that a trusted server vouches for: P-Asserted-Identity, else a Remote-Party-ID that it
 * has checked.
 */
export function readAssertedIdentity(message: IncomingMessage): NameAddr | undefined {
  const asserted = addresses(message, 'P-Asserted-Identity')[0];
  if (asserted !== undefined) return asserted;
  return addresses(message, 'Remote-Party-ID').find((each) => param(each.params, 'screen') === 'yes');
}

/** A piece of its own, that does not keep the message it was in. */
function cut(text: string): string {
  return detach(text.slice(0, MOST.characters));
}

function texts(message: IncomingMessage, name: string): readonly string[] {
  return message.has(name) ? message.values(name).slice(0, MOST.values).map(cut) : [];
}

function addresses(message: IncomingMessage, name: string): readonly NameAddr[] {
  return texts(message, name).flatMap((text) => NameAddr.parse(text) ?? []);
}

function param(params: Params, name: string): string | null {
  return params.get(name) ?? null;
}

function readRemoteParty(message: IncomingMessage): RemoteParty | undefined {
  const found = addresses(message, 'Remote-Party-ID')[0];
  if (found === undefined) return undefined;
  const screened = param(found.params, 'screen') === 'yes';
  return Object.freeze({ party: party(found), privacy: param(found.params, 'privacy'), screened });
}

function diversion(address: NameAddr): DiversionEntry {
  const counter = Number(param(address.params, 'counter') ?? Number.NaN);
  return Object.freeze({
    party: party(address),
    reason: param(address.params, 'reason'),
    counter: Number.isInteger(counter) ? counter : null,
  });
}

function history(address: NameAddr): HistoryEntry {
  const text = address.uri.headers.get('reason')?.[0];
  const reasons: readonly ReasonValue[] = text === undefined ? [] : parseReason(text);
  return Object.freeze({
    party: party(address),
    index: param(address.params, 'index'),
    reason: reasons[0] ?? null,
  });
}

function link(address: NameAddr): InfoLink {
  const params = [...address.params].map(([name, value]): NamedValue => Object.freeze([name, value ?? ''] as const));
  return Object.freeze({ uri: address.uri.toString(), params: Object.freeze(params) });
}

/** What asks a phone to answer by itself, in the spellings that are met; the address before it is often left out. */
function readAutoAnswer(message: IncomingMessage): number | undefined {
  const mode = message.header('Answer-Mode');
  if (mode !== undefined && /^auto\b/i.test(mode)) return 0;
  for (const text of texts(message, 'Call-Info')) {
    const after = /(?:^|;)\s*answer-after\s*=\s*(\d{1,10})\s*(?:;|$)/i.exec(text)?.[1];
    if (after !== undefined) return Math.min(Number(after), LONGEST_WAIT);
  }
  for (const text of texts(message, 'Alert-Info')) {
    if (!/(?:^|;)\s*info\s*=\s*"?(?:alert-autoanswer|auto answer|ring answer)"?/i.test(text)) continue;
    return Math.min(Number(/;\s*delay\s*=\s*(\d{1,10})/i.exec(text)?.[1] ?? 0), LONGEST_WAIT);
  }
  return undefined;
}

function userToUser(text: string): readonly UserToUser[] {
  const parts = readParameterised(text, 0, text.length);
  if (parts === undefined) return [];
  const { value, params } = parts;
  const [encoding, purpose, content] = ['encoding', 'purpose', 'content'].map((name) => param(params, name));
  return [
    Object.freeze({ data: value, encoding: encoding ?? null, purpose: purpose ?? null, content: content ?? null }),
  ];
}

function ownHeaders(message: IncomingMessage): readonly NamedValue[] {
  const names = message
    .unknownNames()
    .map((name) => name.toLowerCase())
    .filter((name) => name.startsWith('x-'));
  if (names.length === 0) return [];
  return [...new Set(names)]
    .flatMap((name) => message.headers(name).map((value): NamedValue => Object.freeze([name, cut(value)] as const)))
    .slice(0, MOST.values);
}
