import type { UA } from '@hookswitch/sip-core';
import { vi } from 'vitest';

/** What was asked of user agents, in order: `start`, `stop`, and `stopped` when that is over. */
export class Journal {
  readonly log: string[] = [];
  readonly #subscribers = new Map<UA, number>();

  /**
   * Notes from now on what is asked of it.
   *
   * @param name - where there are several
   * @returns the same
   */
  follow(ua: UA, name = ''): UA {
    const note = (act: string): void => void this.log.push(name === '' ? act : `${name} ${act}`);
    const [start, stop, subscribe] = [ua.start.bind(ua), ua.stop.bind(ua), ua.subscribe.bind(ua)];
    vi.spyOn(ua, 'start').mockImplementation(() => {
      note('start');
      return start();
    });
    vi.spyOn(ua, 'stop').mockImplementation(async () => {
      note('stop');
      await stop();
      note('stopped');
    });
    vi.spyOn(ua, 'subscribe').mockImplementation((listener) => {
      const end = subscribe(listener);
      this.#count(ua, 1);
      return () => {
        this.#count(ua, -1);
        end();
      };
    });
    return ua;
  }

  /** How many follow its snapshot. */
  subscribers(ua: UA): number {
    return this.#subscribers.get(ua) ?? 0;
  }

  #count(ua: UA, change: number): void {
    this.#subscribers.set(ua, this.subscribers(ua) + change);
  }
}
