import { isBracketed } from './pseudo-labels.ts';

/** Attributes that are read to people. */
const spoken = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
];

/** Numbers, addresses, digits, durations, times, codecs and combinations of keys: what no language translates. */
const wordless =
  /^([\d*#+:.,\s/-]+([AP]M)?|\+|[A-Z]{3,4}|opus|sips?:\S+|(Alt|Ctrl|Shift|Meta)(\+\w+)+|\w{3} \d+|\d+ \w{3})$/;

/**
 * Every text under an element that did not come out of the pseudo-locale, shown or only spoken.
 *
 * @param names - what people are called here; neither are these translated
 */
export function hardCodedText(root: Element, names: readonly string[] = []): string[] {
  const said: string[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    if (walker.currentNode.parentElement?.matches('style, script') !== true) {
      said.push(walker.currentNode.textContent ?? '');
    }
  }
  for (const element of root.querySelectorAll('*')) {
    for (const attribute of spoken) said.push(element.getAttribute(attribute) ?? '');
  }
  const known = new Set(names);
  return said
    .map((text) => text.trim())
    .filter((text) => text !== '' && !isBracketed(text) && !wordless.test(text) && !known.has(text));
}
