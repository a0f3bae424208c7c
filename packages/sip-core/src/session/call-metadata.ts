import { NOTHING } from '../base/nothing.ts';
import type { ReasonValue } from './end-cause.ts';
import type { Party } from './session-snapshot.ts';

/** A name and a value; a list of them makes a `Map`. */
export type NamedValue = readonly [name: string, value: string];

/** Where a call was sent on from (RFC 5806). */
export interface DiversionEntry {
  readonly party: Party;
  /** Such as `no-answer`, `user-busy`, `unconditional`. */
  readonly reason: string | null;
  /** How often it was sent on there. */
  readonly counter: number | null;
}

/** Where a call has been on its way (RFC 7044). */
export interface HistoryEntry {
  readonly party: Party;
  /** Such as `1.2`. */
  readonly index: string | null;
  /** Why it went on from there. */
  readonly reason: ReasonValue | null;
}

/** Remote-Party-ID, which some servers send instead of P-Asserted-Identity. */
export interface RemoteParty {
  readonly party: Party;
  /** `full`, `name`, `uri` or `off`. */
  readonly privacy: string | null;
  /** Whether the server has checked it. */
  readonly screened: boolean;
}

/** Something a header field points to, with its parameters. */
export interface InfoLink {
  readonly uri: string;
  readonly params: readonly NamedValue[];
}

/** Data of the caller's application (RFC 7433). */
export interface UserToUser {
  readonly data: string;
  readonly encoding: string | null;
  readonly purpose: string | null;
  readonly content: string | null;
}

/** Both halves of the Session-ID of a call (RFC 7989), 32 hexadecimal digits each; to find it in the logs of servers. */
export interface SessionIdentifier {
  readonly local: string;
  /** `null` until the far end has told. */
  readonly remote: string | null;
}

/**
 * What the messages of a call say about it besides the call itself: frozen, serialisable, all of it by the word of
 * others. Texts come from the network: show them as text, never as markup.
 *
 * @example
 * ```ts
 * const { diversion, subject, headers } = session.metadata;
 * const account = new Map(headers).get('x-account');
 * ```
 */
export interface CallMetadata {
  /** P-Asserted-Identity (RFC 3325); empty unless the server is one of `trustedServers`. */
  readonly assertedIdentities: readonly Party[];
  /** Remote-Party-ID; `null` unless the server is one of `trustedServers`. */
  readonly remoteParty: RemoteParty | null;
  /** P-Preferred-Identity: what the caller would like to be called, by nobody's word but theirs. */
  readonly preferredIdentity: Party | null;
  /** Privacy (RFC 3323), such as `id`, in lower case. */
  readonly privacy: readonly string[];
  readonly diversion: readonly DiversionEntry[];
  readonly history: readonly HistoryEntry[];
  /** How to ring (RFC 7462). */
  readonly alertInfo: readonly InfoLink[];
  readonly callInfo: readonly InfoLink[];
  /**
   * The caller wants the call answered by itself, after so many seconds (Call-Info, Alert-Info, RFC 5373). That is
   * never done unless `autoAnswer` is configured.
   */
  readonly autoAnswer: { readonly after: number } | null;
  readonly reason: ReasonValue | null;
  readonly sessionId: SessionIdentifier | null;
  /** User-Agent of the caller, or Server of the callee. */
  readonly userAgent: string | null;
  readonly subject: string | null;
  readonly priority: string | null;
  readonly organization: string | null;
  /** Who had the call transferred (RFC 3892). */
  readonly referredBy: Party | null;
  readonly userToUser: readonly UserToUser[];
  /** Header fields whose names start with `X-`, names in lower case. */
  readonly headers: readonly NamedValue[];
}

/** Nothing is known yet. */
export const NO_METADATA: CallMetadata = /* @__PURE__ */ Object.freeze({
  assertedIdentities: NOTHING,
  remoteParty: null,
  preferredIdentity: null,
  privacy: NOTHING,
  diversion: NOTHING,
  history: NOTHING,
  alertInfo: NOTHING,
  callInfo: NOTHING,
  autoAnswer: null,
  reason: null,
  sessionId: null,
  userAgent: null,
  subject: null,
  priority: null,
  organization: null,
  referredBy: null,
  userToUser: NOTHING,
  headers: NOTHING,
});
