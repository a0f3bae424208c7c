import { en } from '../labels/en.ts';
import type { Labels } from '../labels/labels.ts';

/** Whether all words of a text came out of the labels. */
export function isBracketed(text: string): boolean {
  return /^⟦[^]*⟧$/.test(text);
}

/** The English words with every one of them in brackets, and longer: shows words that are not in the labels. */
export const pseudoLabels: Labels = pseudoLabelsOf(en);

/** A pseudo-locale made of a language: each word in brackets and a third longer, numbers and dates as they were. */
export function pseudoLabelsOf(labels: Labels): Labels {
  return { ...bracket(labels), language: labels.language, log: { ...bracket(labels.log), locale: labels.log.locale } };
}

function bracket<Value>(value: Value): Value;
function bracket(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : `⟦${value} ~~~⟧`;
  if (isFunction(value)) return (...args: readonly unknown[]): unknown => bracket(value(...args));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, bracket(part)]));
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
