/**
 * The code in the guides, as files. A block of `ts` or `tsx` with a name in brackets (```tsx [phone.tsx]) becomes a file
 * of that name, so that other blocks of the page can import it and one that ends in `.test.ts` is run; a block without a
 * name gets one, and is compiled only. `ts no-check` is left alone, for code of other libraries.
 */

/**
 * @typedef {{ file: string, line: number, code: string }} Block `line` is that of the first line of code, from 1
 */

const opening = /^(\s*)```(tsx?)\b(.*)$/;

/**
 * @param {string} markdown
 * @returns {Block[]}
 */
export function blocksOf(markdown) {
  /** @type {Block[]} */
  const blocks = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const found = opening.exec(lines[at] ?? '');
    if (found === null) continue;
    const [, indent = '', language = 'ts', info = ''] = found;
    const end = lines.findIndex((line, index) => index > at && line.trim() === '```');
    if (end < 0) throw new Error(`The block that opens in line ${at + 1} never closes.`);
    if (!/\bno-check\b/.test(info)) {
      const file = /\[([\w.-]+)\]/.exec(info)?.[1] ?? `block-${blocks.length + 1}.${language}`;
      const code = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
      blocks.push({ file, line: at + 2, code: `${code.join('\n')}\n` });
    }
    at = end;
  }
  return blocks;
}
