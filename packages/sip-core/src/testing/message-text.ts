import { canonicalName } from '../message/header-names.ts';
import { splitList } from '../message/list.ts';

/** A header field line as it stands in the message; the value keeps its folds. */
export interface FieldLine {
  name: string;
  value: string;
}

/** What {@link MessageText.complete} adds. */
export interface MessageEnding {
  readonly contact?: string | null | undefined;
  readonly headers?: readonly string[] | undefined;
  readonly body?: string | undefined;
  /** Default `application/sdp`. */
  readonly contentType?: string | undefined;
}

/**
 * A SIP message as text that can be edited without touching the rest of it: what a proxy and a test that bends a
 * message both need. It reads anything and checks nothing.
 *
 * @example
 * ```ts
 * const text = MessageText.parse(raw);
 * text.set('Max-Forwards', '0');
 * socket.send(text.toString());
 * ```
 */
export class MessageText {
  startLine: string;
  readonly fields: FieldLine[];
  body: string;

  private constructor(startLine: string, fields: FieldLine[], body: string) {
    this.startLine = startLine;
    this.fields = fields;
    this.body = body;
  }

  static parse(text: string): MessageText {
    const end = /\r?\n\r?\n/.exec(text);
    const head = end === null ? text : text.slice(0, end.index);
    const [startLine = '', ...lines] = head.split(/\r?\n(?![ \t])/);
    const fields = lines.map((line) => {
      const colon = line.indexOf(':');
      return colon < 0
        ? { name: line, value: '' }
        : { name: line.slice(0, colon).trimEnd(), value: line.slice(colon + 1).trimStart() };
    });
    return new MessageText(startLine, fields, end === null ? '' : text.slice(end.index + end[0].length));
  }

  /** The value of the first line of a field, in its long or compact form. */
  first(name: string): string | undefined {
    return this.fields.find((field) => isNamed(field, name))?.value;
  }

  /** The values of all lines of a field, as they stand. */
  lines(name: string): string[] {
    return this.fields.filter((field) => isNamed(field, name)).map((field) => field.value);
  }

  /** Every value of a field, comma-separated ones split. */
  all(name: string): string[] {
    return this.lines(name).flatMap(splitList);
  }

  /** Replaces every line of a field by the values given, where the first line stood. */
  set(name: string, ...values: readonly string[]): void {
    const at = this.fields.findIndex((field) => isNamed(field, name));
    this.remove(name);
    this.fields.splice(at < 0 ? this.fields.length : at, 0, ...values.map((value) => ({ name, value })));
  }

  /** Puts a value before the others of its field, or on top of the message. */
  prepend(name: string, value: string): void {
    const at = this.fields.findIndex((field) => isNamed(field, name));
    this.fields.splice(Math.max(0, at), 0, { name, value });
  }

  /** Adds a line at the end. */
  add(name: string, value: string): void {
    this.fields.push({ name, value });
  }

  /** Takes the first value of a field away, and returns it. */
  shift(name: string): string | undefined {
    const [value, ...rest] = this.all(name);
    if (value !== undefined) this.set(name, ...rest);
    return value;
  }

  /** Removes every line of a field. */
  remove(name: string): void {
    for (let at = this.fields.length - 1; at >= 0; at -= 1) {
      const field = this.fields[at];
      if (field !== undefined && isNamed(field, name)) this.fields.splice(at, 1);
    }
  }

  /** Adds what may end a message: a contact, further header lines, and the body with its length. */
  complete(ending: MessageEnding): void {
    if (typeof ending.contact === 'string') this.add('Contact', `<${ending.contact}>`);
    for (const line of ending.headers ?? []) {
      const colon = line.indexOf(':');
      this.add(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
    }
    if (ending.body !== undefined) this.add('Content-Type', ending.contentType ?? 'application/sdp');
    this.setBody(ending.body ?? '');
  }

  /** Replaces the body and corrects Content-Length. */
  setBody(body: string): void {
    this.body = body;
    this.set('Content-Length', String(new TextEncoder().encode(body).length));
  }

  toString(): string {
    const lines = this.fields.map((field) => `${field.name}: ${field.value}\r\n`);
    return `${this.startLine}\r\n${lines.join('')}\r\n${this.body}`;
  }
}

function isNamed(field: FieldLine, name: string): boolean {
  return canonicalName(field.name).toLowerCase() === canonicalName(name).toLowerCase();
}
