let encoder: TextEncoder | undefined;
let decoder: TextDecoder | undefined;
let scratch: Uint8Array | undefined;

const SCRATCH_LENGTH = 65536;

/** The octets of a text in UTF-8. */
export function encodeUtf8(text: string): Uint8Array {
  return (encoder ??= new TextEncoder()).encode(text);
}

/** The text of UTF-8 octets; what is no UTF-8 becomes U+FFFD. */
export function decodeUtf8(octets: Uint8Array): string {
  return (decoder ??= new TextDecoder('utf-8', { ignoreBOM: true })).decode(octets);
}

/** How many octets a text has in UTF-8. Encodes into memory that is kept, which is the quickest way there is. */
export function utf8Length(text: string): number {
  if (text.length > SCRATCH_LENGTH / 3) return encodeUtf8(text).length;
  return (encoder ??= new TextEncoder()).encodeInto(text, (scratch ??= new Uint8Array(SCRATCH_LENGTH))).written;
}

/**
 * The first `octets` octets of a text, as text; a character that would be cut in two is left out.
 *
 * @returns `undefined` when the text has fewer
 */
export function utf8Prefix(text: string, octets: number): string | undefined {
  // No character takes less than one octet or more than three for each unit of its length.
  if (text.length * 3 < octets) return undefined;
  encoder ??= new TextEncoder();
  scratch ??= new Uint8Array(SCRATCH_LENGTH);
  // All of it, most often.
  if (text.length * 3 <= SCRATCH_LENGTH && encoder.encodeInto(text, scratch).written === octets) return text;
  const room = octets <= SCRATCH_LENGTH ? scratch : new Uint8Array(octets);
  const { read, written } = encoder.encodeInto(text, room.subarray(0, octets));
  if (written < octets && read === text.length) return undefined;
  return read === text.length ? text : text.slice(0, read);
}
