/** A header field as it was written. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** A SIP message in its parts. */
export interface SplitMessage {
  readonly startLine: string;
  readonly headers: readonly HeaderField[];
  readonly body: string;
  /** Whether the body is a session description. */
  readonly isSdp: boolean;
}

/** Takes a message apart for reading. Whatever does not look like a message becomes a start line and a body. */
export function splitMessage(text: string): SplitMessage {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = gap === null ? text : text.slice(0, gap.index);
  const body = gap === null ? '' : text.slice(gap.index + gap[0].length);
  const [startLine = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = lines.map((line): HeaderField => {
    const colon = line.indexOf(':');
    if (colon === -1) return { name: '', value: line };
    return { name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() };
  });
  return { startLine, headers, body, isSdp: /^application\/sdp\b/i.test(headerOf(headers, 'content-type', 'c')) };
}

/** The first header field of a name, or of its short form; an empty text without one. */
export function headerOf(headers: readonly HeaderField[], name: string, short: string = name): string {
  const found = headers.find((field) => [name, short].includes(field.name.toLowerCase()));
  return found?.value ?? '';
}
