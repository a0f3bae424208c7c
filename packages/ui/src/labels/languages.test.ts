import { describe, expect, test } from 'vitest';
import { fakeCause } from '../testing/fake-session.ts';
import { pseudoLabelsOf } from '../testing/pseudo-labels.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { Labels } from './labels.ts';
import { pt } from './pt.ts';

const languages = { de, fr, es, pt, ja, ar };
type Leaf = readonly [path: string, text: string | null | undefined];

/** Arguments for a function of the labels, by where it stands. */
function argumentsFor(path: string): readonly (readonly unknown[])[] {
  const error = (statusCode: number | null) => ({ code: 'X', message: '', statusCode, retryable: true });
  if (path.startsWith('causes.')) {
    return (['local', 'remote', 'system'] as const).map((by) => [fakeCause('BUSY', { by, statusCode: 503 })]);
  }
  if (path.startsWith('errors.') || path === 'registration.refused') {
    return [null, 401, 404, 503].map((status) => [error(status)]);
  }
  if (path === 'call.announce') return Object.keys(en.call.status).map((mood) => [mood, '7']);
  if (path === 'dialpad.key') return ['*', '#', '0', '5'].map((key) => [key, key === '5' ? '' : '+']);
  if (path === 'transfer.failed') return [404, 408, 486, 500].map((status) => ['7', status]);
  if (path === 'settings.country') return ['eu', 'uk', 'us'].map((country) => [country]);
  if (path === 'connection.reconnecting') return [[null], [0], [9]];
  if (path === 'recovery.unreachable') return [[null], [7]];
  return [[7, 8]];
}

/** Every text of a language, functions called with numbers for names. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'function') {
    const results = argumentsFor(path).map((args): unknown => Reflect.apply(value, undefined, args));
    return results.flatMap((result, index) => leaves(result, `${path}(${index})`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
  }
  return [[path, value as string | null | undefined]];
}

/** Words that are the same in English, and rightly so. */
const sameAsInEnglish: Readonly<Record<string, readonly string[]>> = {
  de: ['7 ms', 'Video'],
  fr: ['Silence', 'Contacts', 'Messages', 'Participants', 'via 7', '7 ms', 'Europe'],
  es: ['7 ms'],
  pt: ['7 ms'],
};
/** Not words: what keys have printed on them, digits of keys, names, and how dates are written. */
const wordless = /^(dialpad\.letters\.|language\.|log\.locale)/;
const words = (labels: Labels): Leaf[] =>
  leaves(labels).filter(([path, text]) => !wordless.test(path) && /\p{L}/u.test(text ?? ''));

describe.each(Object.entries(languages))('labels in %s', (name, labels) => {
  const english = new Map(leaves(en));

  test('[KIT-09] have every text that English has, and no other', () => {
    expect(leaves(labels).map(([path]) => path)).toEqual([...english.keys()]);
  });

  test('[KIT-09] say something wherever English does', () => {
    const silent = leaves(labels).filter(([path, text]) => (text ?? '') === '' && (english.get(path) ?? '') !== '');
    expect(silent).toEqual([]);
  });

  test('[KIT-09] have no English left', () => {
    const left = words(labels).filter(([path, text]) => english.get(path) === text);
    expect(left.filter(([, text]) => !sameAsInEnglish[name]?.includes(text ?? ''))).toEqual([]);
    const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
    const telltale = new Set(['the', 'you', 'your', 'call', 'try', 'again', 'not', 'and', 'is', 'to', 'phone', 'it']);
    expect(words(labels).filter(([, text]) => wordsOf(text ?? '').some((word) => telltale.has(word)))).toEqual([]);
  });

  test('[KIT-09] hand on every name and number they are given', () => {
    const given = leaves(en).filter(([path, text]) => /\(\d+\)$/.test(path) && /7/.test(text ?? ''));
    const said = new Map(leaves(labels));
    expect(given.filter(([path]) => !/7/.test(said.get(path) ?? ''))).toEqual([]);
  });

  test('[KIT-02] write sentences that end, under headings that do not', () => {
    for (const [path, text] of leaves(labels)) {
      if (
        !/^(causes|errors|devices|quality|settings|recovery)\..*(what|next)|^(causes|errors)\./.test(path) ||
        text === null ||
        text === undefined
      )
        continue;
      if (path.endsWith('.next')) expect(text, path).toMatch(/[.。]$/);
      else expect(text, path).not.toMatch(/[.。]$/);
    }
  });

  test('[KIT-09] say which language they are, one that browsers know', () => {
    expect(labels.language.tag).toBe(name);
    expect(labels.language.direction).toBe(name === 'ar' ? 'rtl' : 'ltr');
    expect(Intl.DateTimeFormat.supportedLocalesOf([labels.log.locale!])).toEqual([labels.log.locale]);
  });
});

describe('labels in scripts other than ours', () => {
  test.each(['ja', 'ar'] as const)('[KIT-09] %s has no Latin words but names of techniques', (name) => {
    const latin = words(languages[name]).filter(([, text]) =>
      /[a-z]/i.test((text ?? '').replace(/SIP|https|vCard|MOS|VPN/g, '')),
    );
    expect(latin).toEqual([]);
  });
});

describe('plurals', () => {
  test.each([
    [en, 1, 'The other side asks to wait 1 second.'],
    [en, 30, 'The other side asks to wait 30 seconds.'],
    [de, 1, 'Die Gegenseite bittet, 1 Sekunde zu warten.'],
    [fr, 2, 'Votre correspondant demande d’attendre 2 secondes.'],
    [es, 1, 'El otro lado pide esperar 1 segundo.'],
    [pt, 5, 'O outro lado pede para esperar 5 segundos.'],
    [ja, 5, '相手側から5秒待つよう求められています。'],
    [ar, 1, 'يطلب الطرف الآخر الانتظار لمدة ثانية واحدة.'],
    [ar, 2, 'يطلب الطرف الآخر الانتظار لمدة ثانيتين.'],
    [ar, 3, 'يطلب الطرف الآخر الانتظار لمدة 3 ثوانٍ.'],
    [ar, 30, 'يطلب الطرف الآخر الانتظار لمدة 30 ثانية.'],
  ])('[KIT-09] $language.tag counts %d as it should', (labels, count, text) => {
    expect(labels.ended.retryAfter(count)).toBe(text);
  });
});

describe('pseudoLabelsOf', () => {
  test('[KIT-09] brackets every text of any language, and leaves its tags alone', () => {
    const pseudo = pseudoLabelsOf(ar);
    expect(pseudo.language).toEqual(ar.language);
    expect(pseudo.log.locale).toBe(ar.log.locale);
    for (const [path, text] of words(pseudo)) expect(text, path).toMatch(/^⟦[^]+ ~~~⟧$/);
  });
});
