import type { XmlElement } from './xml-element.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Writes text so that it is only text in XML; what XML cannot hold at all is left out (XML 1.0 section 2.2). */
export function xmlText(text: string): string {
  let out = '';
  for (const symbol of text) {
    const code = symbol.codePointAt(0) ?? 0;
    const control = code < 32 && code !== 9 && code !== 10 && code !== 13;
    if (!control && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff)
      out += ESCAPES[symbol] ?? symbol;
  }
  return out;
}

/** The first child with a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Every child with a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child with a name; `null` without one or when it is empty. */
export function textOf(element: XmlElement, name: string): string | null {
  const text = childOf(element, name)?.text ?? '';
  return text === '' ? null : text;
}

/** A whole number of at most nine digits, or `undefined`. */
export function wholeNumber(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
