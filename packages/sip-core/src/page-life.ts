/** The page is about to go. */
export interface PageLeaving {
  /** Whether the browser may bring this very page back (back-forward cache) instead of loading it anew. */
  readonly kept: boolean;
  /** Whether it is known to be loaded again at once. Browsers do not always tell: `false` may be a reload as well. */
  readonly reload: boolean;
}

/** What is to be done if nobody comes back. */
export interface Will {
  /** By which it is recalled. */
  readonly id: string;
  /** Milliseconds until it is carried out. */
  readonly delay: number;
  /** WebSocket URL to send to. */
  readonly server: string;
  /** What to send there, in order. */
  readonly messages: readonly string[];
}

/** Something that goes on for a while when the page is gone, and sends what the page cannot send any more. */
export interface Executor {
  /** Whether it runs: only then does it keep what it is given. */
  readonly ready: boolean;
  /** Leaves a will. To be called at the latest while the page goes. */
  entrust(will: Will): void;
  /** Lets go of it; wills that are left stay. */
  close(): void;
}

/** The life of a page, as far as it can be known from within. */
export interface PageLife {
  /**
   * @param listener - told `leaving` in the last moment in which something can be sent, `back` when the browser brings
   * back a page that it had kept
   * @returns a function that ends the watch
   */
  watch(listener: (event: 'leaving' | 'back', leaving: PageLeaving) => void): () => void;
  /** Starts an executor, where the browser has any such thing. */
  openExecutor?(): Executor | undefined;
  /** Takes a will back, from whichever page it comes. */
  recall?(id: string): void;
}

/** Channel by which wills are recalled, within one origin. */
const RECALLS = 'hookswitch-recalls';
/** A key that reloads a page does so within this many milliseconds. */
const RELOAD_KEY_COUNTS = 3000;

/** What the executor runs; it knows nothing of this file. */
const executor = (): string => `
const wills = new Map();
const drop = (id) => { clearTimeout(wills.get(id)); wills.delete(id); };
new BroadcastChannel('${RECALLS}').onmessage = ({ data }) => drop(data);
const carryOut = ({ server, messages }) => {
  const socket = new WebSocket(server, 'sip');
  socket.onopen = () => {
    for (const message of messages) socket.send(message);
    setTimeout(() => socket.close(1000), 2000);
  };
};
onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    drop(data.id);
    wills.set(data.id, setTimeout(() => { wills.delete(data.id); carryOut(data); }, data.delay));
  };
  port.postMessage('ready');
};
`;

/** The page this runs in. Only for surroundings with a document. */
export function browserPageLife(): PageLife {
  return {
    watch: watchPage,
    openExecutor,
    ...(typeof BroadcastChannel === 'undefined' ? {} : { recall }),
  };
}

function watchPage(listener: (event: 'leaving' | 'back', leaving: PageLeaving) => void): () => void {
  let reloadAsked = Number.NEGATIVE_INFINITY;
  const hidden = ({ persisted }: PageTransitionEvent): void => {
    listener('leaving', { kept: persisted, reload: performance.now() - reloadAsked < RELOAD_KEY_COUNTS });
  };
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) listener('back', { kept: true, reload: false });
  };
  const pressed = ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
    if (key === 'F5' || (key.toLowerCase() === 'r' && (ctrlKey || metaKey))) reloadAsked = performance.now();
  };
  const navigates = (event: Event): void => {
    if ('navigationType' in event) {
      reloadAsked = event.navigationType === 'reload' ? performance.now() : Number.NEGATIVE_INFINITY;
    }
  };
  const navigation = 'navigation' in window && window.navigation instanceof EventTarget ? window.navigation : undefined;
  window.addEventListener('pagehide', hidden);
  window.addEventListener('pageshow', shown);
  window.addEventListener('keydown', pressed, true);
  navigation?.addEventListener('navigate', navigates);
  return () => {
    window.removeEventListener('pagehide', hidden);
    window.removeEventListener('pageshow', shown);
    window.removeEventListener('keydown', pressed, true);
    navigation?.removeEventListener('navigate', navigates);
  };
}

function recall(id: string): void {
  const channel = new BroadcastChannel(RECALLS);
  channel.postMessage(id);
  channel.close();
}

/** A shared worker that may outlive its pages (`extendedLifetime`), where browsers have that: known by its being asked for. */
function openExecutor(): Executor | undefined {
  if (typeof SharedWorker === 'undefined' || typeof BroadcastChannel === 'undefined') return undefined;
  const state = { outlives: false, ready: false };
  const options = {
    name: 'hookswitch',
    get extendedLifetime(): boolean {
      state.outlives = true;
      return true;
    },
  };
  const url = URL.createObjectURL(new Blob([executor()], { type: 'text/javascript' }));
  try {
    const { port } = new SharedWorker(url, options);
    // A policy of the page may forbid such workers; then there is no word from it.
    port.onmessage = () => {
      state.ready = state.outlives;
      URL.revokeObjectURL(url);
    };
    return {
      get ready() {
        return state.ready;
      },
      entrust: (will) => {
        port.postMessage(will);
      },
      close: () => {
        port.close();
      },
    };
  } catch {
    URL.revokeObjectURL(url);
    return undefined;
  }
}
