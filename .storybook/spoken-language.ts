import { useSyncExternalStore } from 'react';

let tag: string | undefined;
const listeners = new Set<() => void>();

/** Lets stories that are shown speak this language in place of the one they were opened in; `undefined` returns to it. */
export function speak(language: string | undefined): void {
  tag = language;
  for (const listener of [...listeners]) listener();
}

/** The language stories are told to speak, if any. */
export function useSpokenLanguage(): string | undefined {
  return useSyncExternalStore(subscribe, () => tag);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
