import { useEffect, useRef } from 'react';

/** A combination of keys such as `Alt+Shift+A`, as `aria-keyshortcuts` writes it: modifiers, then a letter or digit. */
export type Shortcut = `${string}+${string}`;

/**
 * Acts on combinations of keys pressed anywhere in the page. Combinations need a modifier, so that they are never text
 * (WCAG 2.1.4).
 *
 * @param acts - what each combination does
 */
export function useShortcuts(acts: Readonly<Record<Shortcut, () => void>>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat || event.defaultPrevented) return;
      for (const [shortcut, act] of Object.entries(latest.current)) {
        if (!matches(shortcut, event)) continue;
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function matches(shortcut: string, event: KeyboardEvent): boolean {
  const parts = shortcut.split('+').map((part) => part.toLowerCase());
  const key = parts.at(-1) ?? '';
  const held = { alt: event.altKey, shift: event.shiftKey, control: event.ctrlKey, meta: event.metaKey };
  const modifiers = Object.entries(held).every(([name, down]) => parts.includes(name) === down);
  // With Alt held a Mac types another letter; the key itself is in `code`.
  return modifiers && parts.length > 1 && event.code.toLowerCase() === (/\d/.test(key) ? `digit${key}` : `key${key}`);
}
