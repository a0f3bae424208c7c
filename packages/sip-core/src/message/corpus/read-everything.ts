import type { IncomingRequest, IncomingResponse } from '../incoming-message.ts';
import { parts } from '../multipart.ts';
import { NameAddr } from '../name-addr.ts';
import { Uri } from '../uri.ts';
import { Via } from '../via.ts';

/** Calls every getter of an object and of all that it is made of, and asks each header for its values. */
export function readEverything(message: IncomingRequest | IncomingResponse): number {
  let read = 0;
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    read++;
    if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof Uint8Array) return;
    seen.add(value);
    if (value instanceof Map || Array.isArray(value)) {
      for (const item of value.values()) visit(item);
      return;
    }
    if (value instanceof Uri || value instanceof NameAddr || value instanceof Via) visit(value.toString());
    if (value instanceof Uri) visit([value.toRequestUri(), value.equals(value), value.aor]);
    for (const name of gettersOf(value)) visit(Reflect.get(value, name, value));
  };
  visit(message);
  visit(parts(message));
  visit(message.malformed());
  for (const name of message.names()) visit([message.header(name), message.headers(name), message.values(name)]);
  return read;
}

const getters = new Map<unknown, readonly string[]>();

function gettersOf(value: object): readonly string[] {
  const prototype: unknown = Reflect.getPrototypeOf(value);
  let names = getters.get(prototype);
  if (names === undefined) {
    names = collect(prototype);
    getters.set(prototype, names);
  }
  return [...Object.keys(value), ...names];
}

function collect(prototype: unknown): string[] {
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return [];
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, about]) => !('value' in about));
  return [...own.map(([name]) => name), ...collect(Reflect.getPrototypeOf(prototype))];
}
