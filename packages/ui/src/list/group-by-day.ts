/** What lies on one day. */
export interface Day<Item> {
  /** Midnight, milliseconds since the epoch. */
  readonly midnight: number;
  readonly items: readonly Item[];
}

/** Parts a list by the days of this place, in the order it has. */
export function groupByDay<Item>(items: readonly Item[], momentOf: (item: Item) => number): readonly Day<Item>[] {
  const days: { midnight: number; items: Item[] }[] = [];
  for (const item of items) {
    const midnight = midnightOf(momentOf(item));
    const last = days.at(-1);
    if (last?.midnight === midnight) last.items.push(item);
    else days.push({ midnight, items: [item] });
  }
  return days;
}

/** The beginning of the day that a moment lies in. */
export function midnightOf(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}
