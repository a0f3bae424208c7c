import { ar } from '../labels/ar.ts';
import { de } from '../labels/de.ts';
import { en } from '../labels/en.ts';
import { es } from '../labels/es.ts';
import { fr } from '../labels/fr.ts';
import { ja } from '../labels/ja.ts';
import type { Labels } from '../labels/labels.ts';
import { pt } from '../labels/pt.ts';

const languages: ReadonlyMap<string, Labels> = new Map(Object.entries({ en, de, fr, es, pt, ja, ar }));

/** The words for a BCP 47 tag such as `pt-BR`; English for a language there is none of. */
export function labelsFor(tag: string): Labels {
  const [language = ''] = tag.toLowerCase().split('-');
  return languages.get(language) ?? { ...en, language: { tag: 'en', direction: 'ltr' } };
}
