import { describe, expect, it } from 'vitest';
import { LazyMap } from './lazy-map.ts';
import { LazySet } from './lazy-set.ts';

describe('LazyMap', () => {
  it('is a map, empty or not', () => {
    const map = new LazyMap<string, number>();
    expect([
      map.size,
      map.get('a'),
      map.has('a'),
      map.delete('a'),
      [...map],
      [...map.keys()],
      [...map.values()],
    ]).toEqual([0, undefined, false, false, [], [], []]);
    map.set('b', 2).set('a', 1).set('b', 3);
    expect([...map]).toEqual([
      ['b', 3],
      ['a', 1],
    ]);
    expect([map.size, map.get('a'), map.has('a'), [...map.keys()], [...map.values()]]).toEqual([
      2,
      1,
      true,
      ['b', 'a'],
      [3, 1],
    ]);
    map.clear();
    expect([map.size, [...map]]).toEqual([0, []]);
  });

  it('may be emptied and filled while somebody goes through it', () => {
    const map = new LazyMap<string, number>().set('a', 1).set('b', 2);
    const seen: string[] = [];
    for (const [key] of map) {
      seen.push(key);
      map.delete(key);
    }
    expect([seen, map.size]).toEqual([['a', 'b'], 0]);
    map.set('c', 3);
    expect([...map.keys()]).toEqual(['c']);
  });
});

describe('LazySet', () => {
  it('is a set, empty or not', () => {
    const set = new LazySet<string>();
    expect([set.size, set.has('a'), set.delete('a'), [...set]]).toEqual([0, false, false, []]);
    set.add('b').add('a').add('b');
    expect([set.size, set.has('a'), [...set]]).toEqual([2, true, ['b', 'a']]);
    expect([set.delete('b'), set.delete('a'), set.size, [...set]]).toEqual([true, true, 0, []]);
    set.add('c').clear();
    expect([...set]).toEqual([]);
  });
});
