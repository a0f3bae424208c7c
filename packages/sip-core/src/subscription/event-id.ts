import { InvalidValueError } from '../base/errors.ts';
import { isAll, TOKEN } from '../message/characters.ts';
import type { ParameterisedValue } from '../message/header-values.ts';

/** What is subscribed to: an event package, and an id that tells several subscriptions apart (RFC 6665 section 8.2.1). */
export interface EventId {
  readonly type: string;
  readonly id: string | undefined;
}

/** Checks the name of an event package and its id. @throws InvalidValueError when one is no token */
export function eventId(type: string, id?: string): EventId {
  if (!isAll(type, TOKEN)) throw new InvalidValueError('event', `${JSON.stringify(type)} is no event package`);
  if (id !== undefined && !isAll(id, TOKEN)) throw new InvalidValueError('id', `${JSON.stringify(id)} is no token`);
  return { type, id };
}

/** The Event header field value. */
export function eventHeader(event: EventId): string {
  return event.id === undefined ? event.type : `${event.type};id=${event.id}`;
}

/** Reads an Event header field value; `undefined` when it names no package. */
export function readEvent(value: ParameterisedValue | undefined): EventId | undefined {
  if (value === undefined || !isAll(value.value, TOKEN)) return undefined;
  return { type: value.value, id: value.params.get('id') ?? undefined };
}

/** What is known of the event packages that people use: the bodies they have, and whether forks may add up. */
export interface EventPackage {
  /** Media types for Accept. */
  readonly accept: readonly string[];
  /** Whether each fork of a SUBSCRIBE may make a subscription of its own (RFC 6665 section 5.4.9). */
  readonly forks: boolean;
}

const PACKAGES: ReadonlyMap<string, EventPackage> = new Map([
  // RFC 3856 section 6.9 allows one.
  ['presence', { accept: ['application/pidf+xml'], forks: false }],
  ['dialog', { accept: ['application/dialog-info+xml'], forks: true }],
  ['message-summary', { accept: ['application/simple-message-summary'], forks: true }],
  ['conference', { accept: ['application/conference-info+xml'], forks: false }],
  ['refer', { accept: ['message/sipfrag'], forks: false }],
  ['reg', { accept: ['application/reginfo+xml'], forks: false }],
]);

/** What is known of a package; of an unknown one, nothing is assumed. */
export function eventPackage(type: string): EventPackage {
  return PACKAGES.get(type) ?? { accept: [], forks: true };
}
