/** Codes of ours that are no regions of Unicode. */
const REGIONS: Readonly<Record<string, string>> = { uk: 'GB' };

/**
 * What countries are called in a language.
 *
 * @param europe - for the code `eu`
 */
export function regionNames(tag: string, europe: string): (country: string) => string {
  // Made when first asked, so that importing a language costs nothing.
  let names: Intl.DisplayNames | undefined;
  return (country) => {
    if (country === 'eu') return europe;
    const code = REGIONS[country] ?? country.toUpperCase();
    names ??= new Intl.DisplayNames(tag, { type: 'region' });
    return names.of(code) ?? code;
  };
}
