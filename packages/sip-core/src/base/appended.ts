/**
 * A list with one more item, and no room for others: a spread leaves room for as many again, and `concat` is a slow
 * way to add one. For lists that are replaced, never changed.
 */
export function appended<Item>(list: readonly Item[], item: Item): readonly Item[] {
  const longer = new Array<Item>(list.length + 1);
  for (let i = 0; i < list.length; i++) longer[i] = list[i] as Item;
  longer[list.length] = item;
  return longer;
}
