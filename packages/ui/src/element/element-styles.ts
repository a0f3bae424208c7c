import css from '../styles.css?inline';

/** The size of the element unless the page gives it one, and its attribute `theme`, which goes before the system's. */
const host = `
:host { display: block; inline-size: 360px; block-size: 640px; max-inline-size: 100%; background: var(--hs-surface); }
:host([hidden]) { display: none; }
:host([size='bar']) { inline-size: 100%; block-size: 48px; }
:host([theme='light']) { --hs-color-scheme: light; --hs-when-light: initial; --hs-when-dark: ; }
:host([theme='dark']) { --hs-color-scheme: dark; --hs-when-light: ; --hs-when-dark: initial; }
`;

let sheet: CSSStyleSheet | undefined;

/** One style sheet for every `<hook-switch>` of a page. Made, not written into the page, so that strict policies allow it. */
export function elementStyles(): CSSStyleSheet {
  if (sheet !== undefined) return sheet;
  // Properties are registered for a whole document, so `@property` means nothing in a shadow tree.
  try {
    CSS.registerProperty({ name: '--hs-lamp-angle', syntax: '<angle>', inherits: false, initialValue: '0deg' });
  } catch {
    // The page has the style sheet as well, and with it the property.
  }
  sheet = new CSSStyleSheet();
  sheet.replaceSync(css + host);
  return sheet;
}
