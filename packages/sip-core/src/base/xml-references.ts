const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
]);

/**
 * Replaces references: to a character, or one of the five that XML itself declares (XML 1.0 section 4.6).
 *
 * @returns `undefined` when there is another one
 */
export function decodeReferences(raw: string): string | undefined {
  if (!raw.includes('&')) return raw;
  let out = '';
  let done = 0;
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', done)) {
    // The longest that is allowed is "&#x10ffff;".
    const end = raw.slice(at, at + 10).indexOf(';');
    const value = end < 0 ? undefined : reference(raw.slice(at + 1, at + end));
    if (value === undefined) return undefined;
    out += raw.slice(done, at) + value;
    done = at + end + 1;
  }
  return out + raw.slice(done);
}

function reference(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES.get(name);
  const code = /^#x[\da-f]+$/i.test(name) ? parseInt(name.slice(2), 16) : /^#\d+$/.test(name) ? +name.slice(1) : -1;
  // What no document may have, however it is written (section 2.2).
  const control = code < 32 && code !== 9 && code !== 10 && code !== 13;
  return control || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}
