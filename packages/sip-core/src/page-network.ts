import type { NetworkWatch } from './platform.ts';

/** Milliseconds between two looks at the clock, and how much later than due a look must come to tell of a sleep. */
const LOOKS = 10_000;
const OVERSLEPT = 20_000;

/** The network of the device, as the page hears of it. Only for surroundings with a document. */
export function browserNetwork(): NetworkWatch {
  return {
    online: () => navigator.onLine,
    visible: () => document.visibilityState === 'visible',
    watch(listener) {
      const online = (): void => {
        listener('online');
      };
      const offline = (): void => {
        listener('offline');
      };
      const visible = (): void => {
        if (document.visibilityState === 'visible') listener('visible');
      };
      const awake = (): void => {
        listener('awake');
      };
      // A lid that is closed and opened again is told by no event; only the time has gone on.
      const look = { at: Date.now() };
      const looks = setInterval(() => {
        const slept = Math.abs(Date.now() - look.at - LOOKS) > OVERSLEPT;
        look.at = Date.now();
        if (slept && document.visibilityState === 'visible') awake();
      }, LOOKS);
      window.addEventListener('online', online);
      window.addEventListener('offline', offline);
      document.addEventListener('visibilitychange', visible);
      document.addEventListener('resume', awake);
      return () => {
        clearInterval(looks);
        window.removeEventListener('online', online);
        window.removeEventListener('offline', offline);
        document.removeEventListener('visibilitychange', visible);
        document.removeEventListener('resume', awake);
      };
    },
  };
}
