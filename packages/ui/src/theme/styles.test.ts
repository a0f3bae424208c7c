import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { tokensIn } from './tokens-in.ts';

const source = path.resolve(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
const read = (file: string): string => readFileSync(path.join(source, file), 'utf8').replace(/\/\*[^]*?\*\//g, '');
const sheets = ['styles.css', 'phone.css', 'sections.css'];
const components = files.filter((file) => !sheets.includes(file));

/** Every selector of a style sheet: what stands before a block that has declarations in it. */
function selectors(css: string): string[] {
  return [...css.matchAll(/([^{};]+)\{/g)]
    .map((match) => (match[1] ?? '').trim())
    .filter((prelude) => !prelude.startsWith('@') && !/^(from|to|\d+%(,\s*\d+%)*)$/.test(prelude));
}

describe('style sheets', () => {
  test('[KIT-09] are all imported, once', () => {
    const importsOf = (file: string): string[] =>
      [...read(file).matchAll(/@import '\.\/(.+)'/g)].map((match) => match[1] ?? '');
    expect(importsOf('styles.css')).toEqual(['phone.css', 'sections.css']);
    expect([...importsOf('phone.css'), ...importsOf('sections.css')].sort()).toEqual([...components].sort());
  });

  test.each(components)('[KIT-09] %s keeps to its layers and has no weight', (file) => {
    const css = read(file);
    for (const selector of selectors(css)) {
      // A pseudo-element cannot stand inside of :where().
      expect(selector).toMatch(/^:where\(.+\)(::(before|after|placeholder))?$/s);
      expect(selector).toMatch(/\.hs-|\[data-hs-|\[class\^='hs-'\]|:root/);
    }
    expect(css).not.toContain('!important');
    expect(css.replace(/@layer [^{;]+[{;]|@property [^{]+\{[^}]*\}/g, '')).not.toMatch(/^[^\s}@]/m);
  });

  test.each(components)('[KIT-09] %s lays out by writing direction, not by left and right', (file) => {
    const physical =
      /(^|[\s;{])((margin|padding|border|inset)-(left|right|top|bottom)|(min-|max-)?(width|height)|left|right|top|bottom|float)\s*:/;
    expect(
      read(file)
        .split('\n')
        .filter((line) => physical.test(line)),
    ).toEqual([]);
  });

  test.each(components)('[KIT-10] %s holds still where motion is not wanted', (file) => {
    const css = read(file);
    const moving = /^\s*(animation|transition): (?!none)/m.test(css) || /transition:\s*$/m.test(css);
    if (moving) expect(css).toContain('prefers-reduced-motion');
  });
});

/** WCAG 2.2 contrast of two colours such as `#14181c`. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [bright, dark] = [light(a), light(b)].sort((one, other) => other - one);
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe('colours', () => {
  const palette = new Map(
    [
      ...read('theme/tokens.css').matchAll(
        /--hs-([a-z0-9-]+): var\(--hs-when-light, (#\w+)\) var\(--hs-when-dark, (#\w+)\)/g,
      ),
    ].map(([, name, light, dark]) => [name ?? '', [light ?? '', dark ?? '']] as const),
  );
  const of = (name: string, theme: 0 | 1): string =>
    name.startsWith('#') ? name : (palette.get(name)?.[theme] ?? name);
  const text = [
    ['grey-9', 'grey-0'],
    ['grey-9', 'grey-3'],
    ['grey-7', 'grey-0'],
    ['grey-7', 'grey-1'],
    ['grey-7', 'grey-2'],
    ['green-text', 'grey-0'],
    ['green-text', 'green-soft'],
    ['amber-text', 'grey-0'],
    ['amber-text', 'amber-soft'],
    ['red-text', 'grey-0'],
    ['red-text', 'red-soft'],
    ['blue-text', 'grey-0'],
    ['blue-text', 'blue-soft'],
    ['#1f1400', 'amber'],
    ['#ffffff', 'green'],
    ['#ffffff', 'red'],
  ] as const;
  const shapes = [
    ['green', 'grey-0'],
    ['red', 'grey-0'],
    ['blue', 'grey-0'],
  ] as const;

  test.each(text)('[KIT-10] %s on %s can be read in both themes', (ink, ground) => {
    for (const theme of [0, 1] as const) {
      expect(contrast(of(ink, theme), of(ground, theme))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(shapes)('[KIT-10] %s on %s can be seen in both themes', (ink, ground) => {
    for (const theme of [0, 1] as const) {
      expect(contrast(of(ink, theme), of(ground, theme))).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('tokensIn', () => {
  test('[KIT-09] finds every token once, with what it is in each theme', () => {
    const tokens = tokensIn(read('theme/tokens.css'));
    expect(tokens.find(({ name }) => name === '--hs-red')).toEqual({
      ...{ name: '--hs-red', light: '#d0271d', dark: '#d8362b' },
    });
    expect(tokens.find(({ name }) => name === '--hs-target')).toMatchObject({ light: '44px', dark: '44px' });
    expect(new Set(tokens.map(({ name }) => name)).size).toBe(tokens.length);
    expect(tokens.length).toBeGreaterThan(50);
  });
});
