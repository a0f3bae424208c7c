/**
 * How an extension is used in a call; the values of `C.supported` (document 000). `none`: not offered. `supported`: used
 * when the far end likes it. `required`: no call without it.
 */
export type ExtensionUse = 'none' | 'supported' | 'required';

/** The Supported and Require header fields of a request of ours (RFC 3261 sections 20.32 and 20.37). */
export function extensionHeaders(
  optionTags: readonly string[],
  rel100: ExtensionUse = 'none',
): readonly (readonly [string, string])[] {
  // RFC 3262 section 4: reliability is offered for each INVITE by itself.
  const supported = optionTags.filter((tag) => tag !== '100rel' || rel100 !== 'none');
  return [
    ['Supported', supported.join(', ')],
    ...infoPackages(supported),
    ...(rel100 === 'required' ? [['Require', '100rel'] as const] : []),
  ];
}

/** The info packages we take (RFC 6086 section 5.2.3): the one that has an option tag as well. */
export function infoPackages(optionTags: readonly string[]): readonly (readonly [string, string])[] {
  return optionTags.includes('trickle-ice') ? [['Recv-Info', 'trickle-ice']] : [];
}
