import { describe, expect, it } from 'vitest';
import { Emitter, type Observer } from './emitter.ts';

interface Events {
  readonly ring: readonly [count: number];
  readonly stop: readonly [];
}

describe('Emitter', () => {
  it('tells an observer of what it has a method for, in its turn among the listeners', () => {
    const told: string[] = [];
    const failed: string[] = [];
    class Bell implements Observer<Events> {
      readonly name = 'bell';
      onRing(count: number): void {
        told.push(`${this.name} ${count}`);
      }
    }
    const bell = new Bell();
    const events = new Emitter<Events>((_, event) => failed.push(event));
    events.on('ring', () => told.push('first'));
    events.watch(bell);
    events.watch({
      onRing() {
        throw new Error('broken');
      },
    });
    events.once('ring', () => told.push('last'));
    events.emit('ring', 1);
    events.emit('stop');
    events.unwatch(bell);
    events.emit('ring', 2);
    expect(told).toEqual(['first', 'bell 1', 'last', 'first']);
    expect(failed).toEqual(['ring', 'ring']);
    events.off('ring');
    expect(events.count('ring')).toBe(0);
  });
});
