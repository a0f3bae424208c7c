import { describe, expect, test } from 'vitest';
import type { XmlElement } from './xml-element.ts';
import { readXml } from './xml-reader.ts';
import { xmlText } from './xml-text.ts';

function root(text: string): XmlElement {
  const result = readXml(text);
  if (!result.ok) throw new Error(`${result.reason} at ${result.offset}`);
  return result.root;
}

function refusal(text: string): string {
  const result = readXml(text);
  return result.ok ? 'none' : result.reason;
}

describe('readXml', () => {
  test('[PRO-09] reads elements, attributes, text and CDATA', () => {
    const read = root(
      `<?xml version="1.0"?>\n<!-- note --><a x='1' y="2 &gt; 1"><b/>t&#x41;&#66;<![CDATA[<&>]]><c> z </c></a>\n`,
    );
    expect(read).toMatchObject({ name: 'a', namespace: '', text: 'tAB<&>' });
    expect([...read.attributes]).toEqual([
      ['x', '1'],
      ['y', '2 > 1'],
    ]);
    expect(read.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', ''],
      ['c', 'z'],
    ]);
  });

  test('[PRO-09] resolves namespaces in their scope', () => {
    const read = root('<a xmlns="urn:one" xmlns:t="urn:two"><t:b/><c xmlns="urn:three"/><d/></a>');
    expect(read.namespace).toBe('urn:one');
    expect(read.children.map(({ name, namespace }) => [name, namespace])).toEqual([
      ['b', 'urn:two'],
      ['c', 'urn:three'],
      ['d', 'urn:one'],
    ]);
    expect(read.attributes.size).toBe(0);
  });

  test('[PRO-09] keeps names such as __proto__ and constructor harmless', () => {
    const read = root('<a __proto__="x" constructor="y"><__proto__/></a>');
    expect(read.attributes.get('__proto__')).toBe('x');
    expect(read.children[0]?.name).toBe('__proto__');
  });

  test.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;">]><a>&y;</a>'],
    ['an outside entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a declaration within', '<a><!ENTITY x "y"></a>'],
  ])('[PRO-09] refuses %s', (_, text) => {
    expect(refusal(text)).toBe('has a document type or entity declaration');
  });

  test.each([
    ['<a>&x;</a>', 'has an unknown entity'],
    ['<a>&</a>', 'has an unknown entity'],
    ['<a>&#0;</a>', 'has an unknown entity'],
    ['<a>&#xd800;</a>', 'has an unknown entity'],
    ['<a>&#x110000;</a>', 'has an unknown entity'],
    ['<a x="&y;"/>', 'has an unknown entity'],
    ['', 'is empty'],
    ['text', 'has text outside its element'],
    ['<a/>more', 'has text outside its element'],
    ['<![CDATA[x]]><a/>', 'has text outside its element'],
    ['<a/><b/>', 'has more than one element'],
    ['<a><b></a></b>', 'has tags that do not match'],
    ['</a>', 'has tags that do not match'],
    ['<a>', '<a> is not closed'],
    ['<a x=1/>', 'has an attribute without quotes'],
    ['<a x="1/>', 'has an attribute without quotes'],
    ['<a x/>', 'has an attribute without a value'],
    ['<a x="<"/>', 'has "<" in an attribute'],
    ['<a x="1" x="2"/>', 'has the attribute "x" twice'],
    ['<a x="1"y="2"/>', 'has a malformed tag'],
    ['<1a/>', 'has a malformed tag'],
    ['<a', 'has a malformed tag'],
    ['<a/ >', 'has a malformed tag'],
    ['<a></a b>', 'has a malformed end tag'],
    ['<t:a/>', 'uses the unknown prefix "t"'],
    ['<!-- <a/>', 'lacks "-->"'],
    ['<?xml <a/>', 'lacks "?>"'],
    ['<a><![CDATA[x</a>', 'lacks "]]>"'],
  ])('[PRO-09] %j %s', (text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  test('[PRO-09] what is too deep, too long or too much is refused', () => {
    expect(refusal(`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`)).toBe('is nested too deeply');
    expect(refusal(`<a>${'<b/>'.repeat(20_001)}</a>`)).toBe('has too many elements');
    expect(refusal(`<a>${'x'.repeat(1_000_001)}</a>`)).toBe('is too long');
    const attributes = Array.from({ length: 65 }, (_, index) => `a${index}="x"`).join(' ');
    expect(refusal(`<a ${attributes}/>`)).toBe('has too many attributes');
  });

  test.each([
    ['text', (size: number) => `<a>${'x'.repeat(size)}</a>`],
    ['references', (size: number) => `<a>${'&amp;'.repeat(size / 5)}</a>`],
    ['ampersands', (size: number) => `<a>${'&'.repeat(size)}</a>`],
    ['comments', (size: number) => `<a>${'<!---->'.repeat(size / 7)}</a>`],
    ['open comments', (size: number) => `<a>${'<!--'.repeat(size / 4)}`],
    ['CDATA', (size: number) => `<a>${'<![CDATA[]]>'.repeat(size / 12)}</a>`],
    ['elements', (size: number) => `<a>${'<b></b>'.repeat(Math.min(19_000, size / 7))}</a>`],
    ['spaces in a tag', (size: number) => `<a${' '.repeat(size)}/>`],
    ['a long name', (size: number) => `<${'a'.repeat(size)}/>`],
    ['a long attribute', (size: number) => `<a x="${'y'.repeat(size)}"/>`],
  ])('[PRO-09] a megabyte of %s takes a moment only', (_, make) => {
    const start = process.cpuUsage();
    readXml(make(999_000));
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });

  test('[PRO-09] what we write as text is read back as that text', () => {
    for (const text of ['<a>&amp;', `"'`, 'ünï 😀', ']]>']) {
      expect(root(`<a x="${xmlText(text)}">${xmlText(text)}</a>`)).toMatchObject({ text });
    }
    expect(root(`<a>${xmlText('a\u0000b\u0007c\ud800x\uffff')}</a>`).text).toBe('abcx');
  });
});
