/** One text per plural form of a language, with `#` for the number. */
export type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * Writes a number with what is counted, in the plural that the language asks for.
 *
 * @example
 * ```ts
 * const seconds = counted('en', { one: '# second', other: '# seconds' });
 * seconds(1); // '1 second'
 * ```
 */
export function counted(tag: string, forms: PluralForms): (count: number) => string {
  // Made when first asked, so that importing a language costs nothing.
  let rules: Intl.PluralRules | undefined;
  return (count) => {
    rules ??= new Intl.PluralRules(tag);
    return (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
  };
}
