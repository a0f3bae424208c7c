import { useUA } from '@hookswitch/react-sip';
import type { UA } from '@hookswitch/sip-core';
import { useEffect } from 'react';

declare global {
  interface Window {
    /**
     * The user agent of this page, for a look from the browser's console:
     * `hookswitch.ua.getSnapshot()`. It stays after signing out.
     */
    hookswitch?: { readonly ua: UA };
  }
}

/** Puts the user agent where the console finds it. */
export function DebugHandle(): null {
  const ua = useUA();
  useEffect(() => {
    window.hookswitch = { ua };
  }, [ua]);
  return null;
}
