import type { Random } from '../platform.ts';
import { seededRandom } from './seeded-random.ts';

/** Decisions of a random test, the same for the same seed. */
export class Dice {
  readonly #random: Random;

  constructor(seed: string | number) {
    this.#random = seededRandom(seed);
  }

  /** A whole number from 0 up to, and not including, `limit`. */
  below(limit: number): number {
    const [a = 0, b = 0, c = 0] = this.#random.bytes(3);
    return (a * 65_536 + b * 256 + c) % limit;
  }

  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** One of several. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  pick<Item>(items: readonly Item[]): Item | undefined;
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(Math.max(items.length, 1))];
  }
}
