import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Caret {
  readonly start: number;
  readonly end: number;
}

/** Edits of a text field that keys outside of it make, at the caret the person last set. */
export interface NumberEntry {
  /** Puts text at the caret, over what is selected. */
  readonly insert: (text: string) => void;
  /** Deletes the selection, or the character before the caret. */
  readonly erase: () => void;
  /** Takes the field's own edit. */
  readonly typed: () => void;
  /** Remembers where the person put the caret. */
  readonly moved: () => void;
}

/**
 * Edits `value` through `onChange` while keeping the caret, even while a key has the focus and not the field.
 *
 * @returns the ref of the field, and the edits
 */
export function useNumberEntry(
  value: string,
  onChange: (value: string) => void,
): readonly [field: RefObject<HTMLInputElement | null>, entry: NumberEntry] {
  const field = useRef<HTMLInputElement>(null);
  // `null`: behind the last character, where a number grows.
  const caret = useRef<Caret | null>(null);

  useLayoutEffect(() => {
    const input = field.current;
    if (input === null) return;
    // A selection set on a field without focus would take the focus in Safari.
    const place = caret.current;
    if (hasFocus(input) && place !== null) input.setSelectionRange(place.start, place.end);
    else if (place === null) showEnd(input);
  }, [value]);

  const change = (edit: (caret: Caret) => { text: string; caret: number }): void => {
    const end = value.length;
    const now = caret.current ?? { start: end, end };
    const next = edit({ start: Math.min(now.start, end), end: Math.min(now.end, end) });
    caret.current = next.caret === next.text.length ? null : { start: next.caret, end: next.caret };
    onChange(next.text);
  };

  const entry: NumberEntry = {
    insert: (text) =>
      change(({ start, end }) => ({
        text: value.slice(0, start) + text + value.slice(end),
        caret: start + text.length,
      })),
    erase: () =>
      change(({ start, end }) => {
        const from = start === end ? Math.max(0, start - 1) : start;
        return { text: value.slice(0, from) + value.slice(end), caret: from };
      }),
    typed: () => {
      const input = field.current;
      if (input === null) return;
      remember(input, caret);
      onChange(input.value);
    },
    moved: () => {
      const input = field.current;
      if (input !== null && hasFocus(input)) remember(input, caret);
    },
  };
  return [field, entry];
}

/** In a shadow tree the document only knows the host as focused. */
function hasFocus(input: HTMLInputElement): boolean {
  return input.matches(':focus');
}

/** A number grows at its end, so that is what is seen of a long one. */
function showEnd(input: HTMLInputElement): void {
  input.scrollLeft = input.scrollWidth;
}

function remember(input: HTMLInputElement, caret: RefObject<Caret | null>): void {
  const { selectionStart: start, selectionEnd: end } = input;
  const atTheEnd = start === input.value.length && end === start;
  caret.current = start === null || end === null || atTheEnd ? null : { start, end };
}
