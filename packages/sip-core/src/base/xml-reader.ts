import type { XmlElement, XmlLimits, XmlResult } from './xml-element.ts';
import { decodeReferences } from './xml-references.ts';

/**
 * Reads an XML document (XML 1.0, Namespaces in XML 1.0) as SIP bodies use it, in time linear in its length. There are
 * no document types: DOCTYPE and with it every entity of one's own is refused, so nothing can grow or reach out.
 *
 * @returns the root element, or what is wrong and where; it never throws
 *
 * @example
 * ```ts
 * const result = readXml('<a xmlns="urn:x"><b>1 &lt; 2</b></a>');
 * if (result.ok) console.log(result.root.children[0]?.text); // 1 < 2
 * ```
 */
export function readXml(text: string, limits: XmlLimits = {}): XmlResult {
  const reader = new XmlReader(text, limits);
  const root = reader.document() ? reader.root : undefined;
  return root === undefined ? { ok: false, reason: reader.reason, offset: reader.at } : { ok: true, root };
}

type Scope = ReadonlyMap<string, string>;

interface Open {
  readonly qualified: string;
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly scope: Scope;
  readonly children: XmlElement[];
  readonly text: string[];
}

const UNKNOWN_ENTITY = 'has an unknown entity';
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

class XmlReader {
  at = 0;
  reason = 'is empty';
  root: XmlElement | undefined;
  readonly #text: string;
  readonly #limits: Required<XmlLimits>;
  readonly #open: Open[] = [];
  readonly #name = /[A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*/y;
  readonly #space = /[ \t\r\n]*/y;
  #count = 0;

  constructor(text: string, limits: XmlLimits) {
    this.#text = text.startsWith('\ufeff') ? text.slice(1) : text;
    this.#limits = { length: 1_000_000, depth: 32, elements: 20_000, attributes: 64, ...limits };
  }

  document(): boolean {
    const text = this.#text;
    if (text.length > this.#limits.length) return this.#fail('is too long');
    while (this.at < text.length) {
      const next = text.indexOf('<', this.at);
      if (!this.#characters(next < 0 ? text.length : next)) return false;
      if (this.at < text.length && !this.#markup()) return false;
    }
    if (this.#open.length > 0) return this.#fail(`<${this.#open.at(-1)?.qualified ?? ''}> is not closed`);
    return true;
  }

  #fail(reason: string): false {
    this.reason = reason;
    return false;
  }

  /** Text up to a place; outside the root only white space is allowed. */
  #characters(end: number): boolean {
    if (end === this.at) return true;
    const raw = this.#text.slice(this.at, end);
    const open = this.#open.at(-1);
    if (open === undefined) {
      if (raw.trim() !== '') return this.#fail('has text outside its element');
    } else {
      const decoded = decodeReferences(raw);
      if (decoded === undefined) return this.#fail(UNKNOWN_ENTITY);
      open.text.push(decoded);
    }
    this.at = end;
    return true;
  }

  #markup(): boolean {
    const text = this.#text;
    if (text.startsWith('<!--', this.at)) return this.#skipTo('-->', 4);
    if (text.startsWith('<?', this.at)) return this.#skipTo('?>', 2);
    if (text.startsWith('<![CDATA[', this.at)) return this.#cdata();
    if (text.startsWith('<!', this.at)) return this.#fail('has a document type or entity declaration');
    return text.startsWith('</', this.at) ? this.#endTag() : this.#startTag();
  }

  #skipTo(mark: string, from: number): boolean {
    const end = this.#text.indexOf(mark, this.at + from);
    if (end < 0) return this.#fail(`lacks "${mark}"`);
    this.at = end + mark.length;
    return true;
  }

  #cdata(): boolean {
    const open = this.#open.at(-1);
    const start = this.at + 9;
    if (open === undefined) return this.#fail('has text outside its element');
    if (!this.#skipTo(']]>', 9)) return false;
    open.text.push(this.#text.slice(start, this.at - 3));
    return true;
  }

  #endTag(): boolean {
    this.at += 2;
    const name = this.#readName();
    const open = this.#open.pop();
    if (open === undefined || open.qualified !== name) return this.#fail('has tags that do not match');
    this.#skipSpace();
    if (this.#text[this.at] !== '>') return this.#fail('has a malformed end tag');
    this.at += 1;
    this.#close(open);
    return true;
  }

  #startTag(): boolean {
    if (this.root !== undefined) return this.#fail('has more than one element');
    this.at += 1;
    const qualified = this.#readName();
    if (qualified === '') return this.#fail('has a malformed tag');
    this.#count += 1;
    if (this.#count > this.#limits.elements) return this.#fail('has too many elements');
    if (this.#open.length >= this.#limits.depth) return this.#fail('is nested too deeply');
    const written = this.#attributes();
    if (written === false) return false;
    const { attributes, scope } = declarations(written, this.#open.at(-1)?.scope ?? new Map());
    const colon = qualified.indexOf(':');
    const prefix = colon < 0 ? '' : qualified.slice(0, colon);
    const namespace = prefix === 'xml' ? XML_NAMESPACE : scope.get(prefix);
    if (namespace === undefined && prefix !== '') return this.#fail(`uses the unknown prefix "${prefix}"`);
    const name = qualified.slice(colon + 1);
    const open: Open = { qualified, name, namespace: namespace ?? '', attributes, scope, children: [], text: [] };
    const empty = this.#text[this.at] === '/';
    if (empty) this.at += 1;
    if (this.#text[this.at] !== '>') return this.#fail('has a malformed tag');
    this.at += 1;
    if (empty) this.#close(open);
    else this.#open.push(open);
    return true;
  }

  /** Reads attributes as far as the end of the tag. */
  #attributes(): Map<string, string> | false {
    const found = new Map<string, string>();
    for (;;) {
      const before = this.at;
      this.#skipSpace();
      const next = this.#text[this.at];
      if (next === '>' || next === '/') return found;
      const name = before === this.at ? '' : this.#readName();
      if (name === '') return this.#fail('has a malformed tag');
      this.#skipSpace();
      if (this.#text[this.at] !== '=') return this.#fail('has an attribute without a value');
      this.at += 1;
      this.#skipSpace();
      const quote = this.#text[this.at];
      const end = quote === '"' || quote === "'" ? this.#text.indexOf(quote, this.at + 1) : -1;
      if (end < 0) return this.#fail('has an attribute without quotes');
      const raw = this.#text.slice(this.at + 1, end);
      if (raw.includes('<')) return this.#fail('has "<" in an attribute');
      const value = decodeReferences(raw);
      if (value === undefined) return this.#fail(UNKNOWN_ENTITY);
      if (found.has(name)) return this.#fail(`has the attribute "${name}" twice`);
      if (found.size >= this.#limits.attributes) return this.#fail('has too many attributes');
      found.set(name, value);
      this.at = end + 1;
    }
  }

  #close(open: Open): void {
    const { name, namespace, attributes, children } = open;
    const element: XmlElement = { name, namespace, attributes, children, text: open.text.join('').trim() };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
  }

  #readName(): string {
    this.#name.lastIndex = this.at;
    const name = this.#name.exec(this.#text)?.[0] ?? '';
    this.at += name.length;
    return name;
  }

  #skipSpace(): void {
    this.#space.lastIndex = this.at;
    this.at += this.#space.exec(this.#text)?.[0].length ?? 0;
  }
}

/** Parts namespace declarations from attributes, and adds them to the scope. */
function declarations(written: ReadonlyMap<string, string>, outer: Scope): { attributes: Scope; scope: Scope } {
  let scope: Map<string, string> | undefined;
  let attributes: Map<string, string> | undefined;
  for (const [name, value] of written) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    attributes ??= new Map(written);
    scope.set(name.slice(6), value);
    attributes.delete(name);
  }
  return { attributes: attributes ?? written, scope: scope ?? outer };
}
