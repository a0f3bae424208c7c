import { useSyncExternalStore } from 'react';

/** From where on lists have a column beside the phone, and a column each. The style sheet has them, too. */
const queries = ['(min-width: 720px)', '(min-width: 1040px)'];

function subscribe(changed: () => void): () => void {
  const media = queries.map((query) => matchMedia(query));
  for (const each of media) each.addEventListener('change', changed);
  return () => {
    for (const each of media) each.removeEventListener('change', changed);
  };
}

/** How many columns the page has room for: one to three. */
export function useColumns(): number {
  return useSyncExternalStore(subscribe, () => 1 + queries.filter((query) => matchMedia(query).matches).length);
}
