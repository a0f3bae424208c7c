/** A token of the style sheet: its name and its value, in the light and the dark theme where they differ. */
export interface Token {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

/** Reads the tokens out of the style sheet, for the table in the documentation; switches between themes are left out. */
export function tokensIn(css: string): readonly Token[] {
  const found = css.replace(/\/\*[^]*?\*\//g, '').matchAll(/^\s+(--hs-[a-z0-9-]+):\s*([^;]+);/gm);
  const tokens = new Map<string, Token>();
  for (const [, name = '', value = ''] of found) {
    if (/^--hs-(when-|color-scheme)/.test(name) || tokens.has(name)) continue;
    const both = /^var\(--hs-when-light, (.+?)\) var\(--hs-when-dark, (.+?)\)$/.exec(value);
    tokens.set(name, { name, light: both?.[1] ?? value, dark: both?.[2] ?? value });
  }
  return [...tokens.values()];
}
