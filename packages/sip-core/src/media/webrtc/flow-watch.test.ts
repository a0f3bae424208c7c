import { describe, expect, it } from 'vitest';
import { SkewedClock } from '../../testing/skewed-clock.ts';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import { FlowWatch } from './flow-watch.ts';

/** A far end that sends when a test says so: every 20 ms, of which a look sees the sum. */
class FarEnd {
  readonly clock = new VirtualClock({ start: 0 });
  readonly device = new SkewedClock(this.clock);
  readonly seen: boolean[] = [];
  readonly watch: FlowWatch;
  #packets = 0;

  constructor() {
    const receiver = {
      track: { kind: 'audio' },
      getStats: () => Promise.resolve(new Map([['in', { type: 'inbound-rtp', packetsReceived: this.#packets }]])),
    };
    this.watch = new FlowWatch({ getReceivers: () => [receiver] }, this.device, () => {
      this.seen.push(this.watch.stalled);
    });
  }

  async sends(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 20) {
      this.#packets += 1;
      await this.clock.run(20);
    }
  }

  async isSilent(milliseconds: number): Promise<void> {
    await this.clock.run(milliseconds);
  }
}

function call(): FarEnd {
  const far = new FarEnd();
  far.watch.expect(true);
  return far;
}

describe('FlowWatch', () => {
  it('[MED-06] notices the end of a steady flow within 1.3 s, and its return', async () => {
    const far = call();
    await far.sends(5000);
    await far.isSilent(900);
    expect(far.seen).toEqual([]);
    await far.isSilent(400);
    expect(far.seen).toEqual([true]);
    await far.sends(300);
    expect(far.seen).toEqual([true, false]);
  });

  it('[MED-06] says nothing of a flow that has just begun, or never did', async () => {
    const far = call();
    await far.isSilent(20_000);
    await far.sends(2000);
    await far.isSilent(20_000);
    expect(far.seen).toEqual([]);
  });

  it('[MED-06] says nothing of a far end that suppresses silence', async () => {
    const far = call();
    for (const spell of [2000, 2800, 400, 1500, 2600]) {
      await far.sends(spell);
      await far.isSilent(3000);
    }
    expect(far.seen).toEqual([]);
  });

  it('[MED-06] learns from a false alarm: the flow has to be steady for twice as long', async () => {
    const far = call();
    for (let spell = 0; spell < 4; spell += 1) {
      await far.sends(5000);
      await far.isSilent(2000);
      // What follows an alarm: a new agreement, without any effect.
      far.watch.expect(true);
    }
    expect(far.seen).toEqual([true]);
    await far.sends(7000);
    await far.isSilent(2000);
    expect(far.seen).toEqual([true, true]);
  });

  it('[MED-06] says nothing while no sound is to come, as on hold', async () => {
    const far = call();
    await far.sends(5000);
    far.watch.expect(false);
    await far.isSilent(60_000);
    expect(far.clock.pending).toBe(0);
    far.watch.expect(true);
    await far.isSilent(60_000);
    expect(far.seen).toEqual([]);
  });

  it('[MED-06] still notices after an agreement that came before the silence had lasted', async () => {
    const far = call();
    await far.sends(5000);
    await far.isSilent(500);
    far.watch.expect(true);
    expect(far.watch.stalled).toBe(false);
    await far.isSilent(800);
    expect(far.seen).toEqual([true]);
    far.watch.expect(true);
    expect(far.watch.stalled).toBe(false);
  });

  it('[NET-02] does not take the sleep of a machine for a lost path, but what follows it', async () => {
    const far = call();
    await far.sends(5000);
    far.device.offset += 60_000;
    await far.isSilent(300);
    expect(far.seen).toEqual([]);
    await far.isSilent(1300);
    expect(far.seen).toEqual([true]);
  });

  it.each([700, 1000])('[MED-06] notices all the same in a page whose timers fire every %i ms', async (granularity) => {
    const far = call();
    far.device.granularity = granularity;
    await far.sends(6000);
    await far.isSilent(3 * granularity);
    expect(far.seen).toEqual([true]);
  });

  it('[MED-06] leaves no timer', async () => {
    const far = call();
    await far.sends(1000);
    far.watch.stop();
    await far.sends(1000);
    expect(far.clock.pending).toBe(0);
  });
});
