import type { XmlElement } from '../../base/xml-element.ts';
import { readXml } from '../../base/xml-reader.ts';
import { childOf, childrenOf, textOf, wholeNumber } from '../../base/xml-text.ts';

/** The media type of conference state (RFC 4575 section 3.3). */
export const CONFERENCE_INFO = 'application/conference-info+xml';

const NAMESPACE = 'urn:ietf:params:xml:ns:conference-info';

/** One stream of an endpoint (RFC 4575 section 5.8). */
export interface ConferenceMedia {
  readonly id: string;
  readonly displayText: string | null;
  /** Such as `audio`. */
  readonly type: string | null;
  readonly label: string | null;
  /** The SSRC. */
  readonly sourceId: string | null;
  readonly status: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive' | null;
}

/** A device somebody takes part with (section 5.7). */
export interface ConferenceEndpoint {
  readonly entity: string;
  readonly displayText: string | null;
  /** Such as `connected`, `disconnected`, `on-hold`, `muted-via-focus`, `pending`, `alerting`. */
  readonly status: string | null;
  readonly joiningMethod: string | null;
  readonly disconnectionMethod: string | null;
  readonly media: readonly ConferenceMedia[];
}

/** Somebody who takes part (section 5.6). */
export interface ConferenceUser {
  readonly entity: string;
  readonly displayText: string | null;
  readonly roles: readonly string[];
  readonly endpoints: readonly ConferenceEndpoint[];
}

/** A conference (RFC 4575). */
export interface Conference {
  readonly entity: string;
  readonly displayText: string | null;
  readonly subject: string | null;
  readonly maximumUserCount: number | null;
  readonly userCount: number | null;
  readonly active: boolean | null;
  readonly locked: boolean | null;
  readonly users: readonly ConferenceUser[];
}

/** Reads the root element of a document; `undefined` when it is none. */
export function readConferenceDocument(body: string): XmlElement | undefined {
  const document = readXml(body);
  const fits = document.ok && document.root.name === 'conference-info' && document.root.namespace === NAMESPACE;
  return fits ? document.root : undefined;
}

/** Reads a whole document; `undefined` when it is none. Partial ones make sense to a `ConferenceTracker` only. */
export function readConferenceInfo(body: string): Conference | undefined {
  const root = readConferenceDocument(body);
  return root === undefined ? undefined : conferenceOf(root);
}

/** What a document says. */
export function conferenceOf(root: XmlElement): Conference {
  const description = childOf(root, 'conference-description');
  const state = childOf(root, 'conference-state');
  const users = childOf(root, 'users');
  const text = (element: XmlElement | undefined, name: string): string | null =>
    element === undefined ? null : textOf(element, name);
  return {
    entity: root.attributes.get('entity') ?? '',
    displayText: text(description, 'display-text'),
    subject: text(description, 'subject'),
    maximumUserCount: wholeNumber(text(description, 'maximum-user-count')) ?? null,
    userCount: wholeNumber(text(state, 'user-count')) ?? null,
    active: flag(text(state, 'active')),
    locked: flag(text(state, 'locked')),
    users: users === undefined ? [] : childrenOf(users, 'user').map(userOf),
  };
}

function userOf(user: XmlElement): ConferenceUser {
  const roles = childOf(user, 'roles');
  return {
    entity: user.attributes.get('entity') ?? '',
    displayText: textOf(user, 'display-text'),
    roles: roles === undefined ? [] : childrenOf(roles, 'entry').map((entry) => entry.text),
    endpoints: childrenOf(user, 'endpoint').map(endpointOf),
  };
}

function endpointOf(endpoint: XmlElement): ConferenceEndpoint {
  return {
    entity: endpoint.attributes.get('entity') ?? '',
    displayText: textOf(endpoint, 'display-text'),
    status: textOf(endpoint, 'status'),
    joiningMethod: textOf(endpoint, 'joining-method'),
    disconnectionMethod: textOf(endpoint, 'disconnection-method'),
    media: childrenOf(endpoint, 'media').map(mediaOf),
  };
}

function mediaOf(media: XmlElement): ConferenceMedia {
  const status = textOf(media, 'status');
  return {
    id: media.attributes.get('id') ?? '',
    displayText: textOf(media, 'display-text'),
    type: textOf(media, 'type'),
    label: textOf(media, 'label'),
    sourceId: textOf(media, 'src-id'),
    status: (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).find((each) => each === status) ?? null,
  };
}

function flag(text: string | null): boolean | null {
  if (text === null) return null;
  return text === 'true' || text === '1';
}
