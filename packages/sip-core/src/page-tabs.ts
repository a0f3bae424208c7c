/** A way to the other pages of this origin. */
export interface TabChannel {
  /** Tells all others; anything that can be cloned. */
  post(message: unknown): void;
  close(): void;
}

/** The pages of one origin in one browser, as far as they can reach each other. */
export interface PageTabs {
  /** Opens the channel of a name. */
  open(name: string, listener: (message: unknown) => void): TabChannel;
  /**
   * Waits for a lock that one page at a time can hold. Browsers give it on when its page goes, however that happens.
   * Absent where there are no such locks, as on pages that came over plain http.
   *
   * @param held - called when it is ours
   * @returns a function that gives it back, or stops waiting
   */
  readonly lock?: ((name: string, held: () => void) => () => void) | undefined;
}

/** The pages beside the one this runs in. */
export function browserPageTabs(): PageTabs {
  return {
    open(name, listener) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        listener(data);
      };
      return {
        post: (message) => {
          channel.postMessage(message);
        },
        close: () => {
          channel.close();
        },
      };
    },
    lock: 'locks' in navigator ? lock : undefined,
  };
}

function lock(name: string, held: () => void): () => void {
  const waiting = new AbortController();
  const over: { resolve: () => void } = { resolve: () => undefined };
  const until = new Promise<void>((resolve) => {
    over.resolve = resolve;
  });
  navigator.locks
    .request(name, { signal: waiting.signal }, async () => {
      held();
      await until;
    })
    // Given up before it was ours.
    .catch(() => undefined);
  return () => {
    waiting.abort();
    over.resolve();
  };
}
