/** The status line of a `message/sipfrag` body (RFC 3420), which is all that a transfer report needs. */
export interface SipFragment {
  readonly statusCode: number;
  readonly reasonPhrase: string;
}

/** Reads the status line; `undefined` when the body does not start with one. */
export function readSipFragment(body: string): SipFragment | undefined {
  const end = body.indexOf('\n');
  const line = (end < 0 ? body : body.slice(0, end)).trim();
  if (!line.toUpperCase().startsWith('SIP/2.0 ')) return undefined;
  const statusCode = Number(line.slice(8, 11));
  if (!Number.isInteger(statusCode) || statusCode < 100 || statusCode > 699) return undefined;
  return { statusCode, reasonPhrase: line.slice(12) };
}

/** Writes a report. */
export function writeSipFragment(fragment: SipFragment): string {
  return `SIP/2.0 ${fragment.statusCode} ${fragment.reasonPhrase}\r\n`;
}
