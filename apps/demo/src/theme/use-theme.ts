import { useSyncExternalStore } from 'react';
import { type Theme, theme } from './theme.ts';

/** The chosen look; the component renders again when it changes, here or in another frame. */
export function useTheme(): Theme {
  return useSyncExternalStore(theme.subscribe, theme.get);
}
