import { useLanguageLabels } from './hooks/use-language-labels.ts';

/** The attributes that tell a browser which language an element's words are in, and which way they run. */
export function useLanguage(): { readonly lang: string | undefined; readonly dir: 'ltr' | 'rtl' | undefined } {
  const { tag, direction } = useLanguageLabels();
  return { lang: tag, dir: direction };
}
