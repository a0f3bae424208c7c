import type { XmlElement } from '../../base/xml-element.ts';
import { readXml } from '../../base/xml-reader.ts';
import { childOf, childrenOf, textOf, xmlText } from '../../base/xml-text.ts';

/** The media type of a presence document (RFC 3863 section 4). */
export const PIDF = 'application/pidf+xml';

const NAMESPACE = 'urn:ietf:params:xml:ns:pidf';
const DATA_MODEL = 'urn:ietf:params:xml:ns:pidf:data-model';
const RPID = 'urn:ietf:params:xml:ns:pidf:rpid';

/** One way to reach somebody (RFC 3863 section 4.1.2). */
export interface PresenceTuple {
  readonly id: string;
  /** Whether they can be reached so; `null` when that was not said. */
  readonly basic: 'open' | 'closed' | null;
  readonly contact: string | null;
  /** 0 to 1; `null` when that was not said. */
  readonly priority: number | null;
  readonly note: string | null;
  readonly timestamp: Date | null;
}

/** Somebody's presence (RFC 3863, with the person of RFC 4479 and the activities of RFC 4480). */
export interface Presence {
  /** Whose it is, such as `pres:bob@example.com`. */
  readonly entity: string;
  /** `open` when one of the tuples is. */
  readonly basic: 'open' | 'closed';
  readonly tuples: readonly PresenceTuple[];
  readonly notes: readonly string[];
  /** What they do, such as `away`, `busy`, `on-the-phone`, `meeting` (RFC 4480 section 3.2). */
  readonly activities: readonly string[];
}

/**
 * Reads a presence document; `undefined` when it is none.
 *
 * @example
 * ```ts
 * subscription.on('notify', (request) => {
 *   const presence = readPidf(request.body);
 *   if (presence !== undefined) setOnline(presence.basic === 'open');
 * });
 * ```
 */
export function readPidf(body: string): Presence | undefined {
  const document = readXml(body);
  if (!document.ok || document.root.name !== 'presence' || document.root.namespace !== NAMESPACE) return undefined;
  const { root } = document;
  const tuples = childrenOf(root, 'tuple').map(readTuple);
  const people = root.children.filter(({ name, namespace }) => name === 'person' && namespace === DATA_MODEL);
  const texts = (element: XmlElement): readonly string[] => childrenOf(element, 'note').map((note) => note.text);
  return {
    entity: root.attributes.get('entity') ?? '',
    basic: tuples.some((tuple) => tuple.basic === 'open') ? 'open' : 'closed',
    tuples,
    notes: [root, ...people].flatMap(texts).filter((note) => note !== ''),
    activities: [...new Set(people.flatMap(readActivities))],
  };
}

function readTuple(tuple: XmlElement): PresenceTuple {
  const status = childOf(tuple, 'status');
  const basic = status === undefined ? null : textOf(status, 'basic');
  const contact = childOf(tuple, 'contact');
  const priority = Number(contact?.attributes.get('priority') ?? Number.NaN);
  const time = Date.parse(textOf(tuple, 'timestamp') ?? '');
  return {
    id: tuple.attributes.get('id') ?? '',
    basic: basic === 'open' || basic === 'closed' ? basic : null,
    contact: contact === undefined || contact.text === '' ? null : contact.text,
    priority: priority >= 0 && priority <= 1 ? priority : null,
    note: textOf(tuple, 'note'),
    timestamp: Number.isNaN(time) ? null : new Date(time),
  };
}

function readActivities(person: XmlElement): readonly string[] {
  return childrenOf(person, 'activities')
    .flatMap(({ children }) => children)
    .filter(({ name, namespace }) => namespace === RPID && name !== 'note')
    .map((activity) => (activity.name === 'other' && activity.text !== '' ? activity.text : activity.name));
}

/** What {@link writePidf} writes. */
export interface PresenceInit {
  /** Whose it is, such as `pres:alice@example.com` or a SIP URI. */
  readonly entity: string;
  readonly basic: 'open' | 'closed';
  /** Where they are reached. */
  readonly contact?: string | undefined;
  readonly note?: string | undefined;
  /** Names of RFC 4480 section 3.2, such as `away`, `busy`, `on-the-phone`; others are written as text. */
  readonly activities?: readonly string[] | undefined;
}

/** Activities that have an element of their own (RFC 4480 section 3.2). */
const ACTIVITIES: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ (
    'appointment away breakfast busy dinner holiday in-transit looking-for-work lunch meal meeting on-the-phone ' +
    'performance permanent-absence playing presentation shopping sleeping spectator steering travel tv unknown ' +
    'vacation working worship'
  ).split(' '),
);

/** Writes a presence document, as a PUBLISH or a NOTIFY carries it. */
export function writePidf(presence: PresenceInit): string {
  const { activities = [], contact, note } = presence;
  const notes = note === undefined ? '' : `<note>${xmlText(note)}</note>`;
  const place = contact === undefined ? '' : `<contact>${xmlText(contact)}</contact>`;
  const doing = activities.map((each) =>
    ACTIVITIES.has(each) ? `<rpid:${each}/>` : `<rpid:other>${xmlText(each)}</rpid:other>`,
  );
  const person =
    doing.length === 0 ? '' : `<dm:person id="p1"><rpid:activities>${doing.join('')}</rpid:activities></dm:person>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<presence xmlns="${NAMESPACE}" xmlns:dm="${DATA_MODEL}" xmlns:rpid="${RPID}" entity="${xmlText(presence.entity)}">` +
    `<tuple id="t1"><status><basic>${presence.basic}</basic></status>${place}${notes}</tuple>${person}</presence>`
  );
}
