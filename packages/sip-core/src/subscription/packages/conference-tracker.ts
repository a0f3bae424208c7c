import type { XmlElement } from '../../base/xml-element.ts';
import { wholeNumber } from '../../base/xml-text.ts';
import { type Conference, conferenceOf, readConferenceDocument } from './conference-info.ts';
import type { StateTracker, StateUpdate } from './state-tracker.ts';

/** Elements of one kind beside each other that are kept at the most. */
const MOST = 10_000;

/** Keeps the state of a conference up to date (RFC 4575 section 4.6). */
export class ConferenceTracker implements StateTracker<Conference> {
  #version = -1;
  #root: XmlElement | undefined;
  #deleted = false;

  /** The conference; `undefined` before the first whole document, and after it has ceased to exist. */
  get state(): Conference | undefined {
    return this.#root === undefined ? undefined : conferenceOf(this.#root);
  }

  /** Whether the focus said that there is no conference any more: then there is nothing left to subscribe to. */
  get deleted(): boolean {
    return this.#deleted;
  }

  receive(body: string): StateUpdate {
    const root = readConferenceDocument(body);
    if (root === undefined) return 'unreadable';
    const version = wholeNumber(root.attributes.get('version'));
    const state = root.attributes.get('state') ?? 'full';
    if (this.#root !== undefined && version !== undefined && version <= this.#version) return 'ignored';
    if (state !== 'partial') {
      this.#version = version ?? this.#version;
      this.#deleted = state === 'deleted';
      this.#root = this.#deleted ? undefined : root;
      return 'applied';
    }
    // Without what came before, a part is nothing.
    if (this.#root === undefined || version === undefined || version > this.#version + 1) return 'incomplete';
    this.#version = version;
    this.#root = merged(this.#root, root);
    return 'applied';
  }
}

/** The element with what a partial one changes: what it does not have stays. */
function merged(local: XmlElement, update: XmlElement): XmlElement {
  const children = new Map<string, XmlElement>();
  for (const child of local.children) children.set(placeOf(child, children), child);
  const seen = new Map<string, XmlElement>();
  for (const child of update.children) {
    const place = placeOf(child, seen);
    seen.set(place, child);
    const known = children.get(place);
    const state = child.attributes.get('state') ?? 'full';
    if (state === 'deleted') children.delete(place);
    else if (known !== undefined && state === 'partial') children.set(place, merged(known, child));
    else if (known !== undefined || children.size < MOST) children.set(place, child);
  }
  return {
    ...update,
    attributes: new Map([...local.attributes, ...update.attributes]),
    children: [...children.values()],
    text: update.text === '' ? local.text : update.text,
  };
}

/** Name and key of an element (section 4.4); others of the same name are told apart by their order. */
function placeOf(element: XmlElement, taken: ReadonlyMap<string, XmlElement>): string {
  const place = `${element.namespace} ${element.name} ${keyOf(element)}`;
  if (!taken.has(place) || keyOf(element) !== '') return place;
  return `${place}${taken.size}`;
}

function keyOf(element: XmlElement): string {
  switch (element.name) {
    case 'user':
    case 'endpoint':
      return element.attributes.get('entity') ?? '';
    case 'media':
      return element.attributes.get('id') ?? element.attributes.get('label') ?? '';
    case 'entry':
      return element.children.find((child) => child.name === 'uri')?.text ?? element.text;
    default:
      return '';
  }
}
