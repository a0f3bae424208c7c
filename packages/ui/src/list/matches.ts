/** Lower case, without accents, so that "joao" finds João. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * Whether texts have what somebody looks for: every word of it somewhere, and numbers whatever their punctuation.
 *
 * @param query - what was typed; nothing finds everything
 */
export function matches(query: string, texts: readonly string[]): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const within = plain(texts.join('\n'));
  const digits = query.replace(/[\s().-]/g, '');
  if (/^\+?\d+$/.test(digits) && texts.some((text) => text.replace(/[\s().-]/g, '').includes(digits))) return true;
  return words.every((word) => within.includes(word));
}
