import { useSyncExternalStore } from 'react';

/** From here on, lists have a column beside the phone. The style sheet has it, too. */
const query = '(min-width: 720px)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Whether the page has room for lists beside the phone. */
export function useRoomForColumns(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
