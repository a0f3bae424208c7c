import { afterEach, describe, expect, it, vi } from 'vitest';
import { listenTo, measureTone } from './tone-meter.ts';
import { createToneMicrophone, type ToneMicrophone } from './tone-microphone.ts';

const open: ToneMicrophone[] = [];

afterEach(() => {
  for (const microphone of open.splice(0)) microphone.stop();
});

function hum(frequency: number): ToneMicrophone {
  const microphone = createToneMicrophone(frequency);
  open.push(microphone);
  return microphone;
}

describe('createToneMicrophone', () => {
  it('[MED-01] hums at the frequency asked for', async () => {
    const { frequency, level } = await measureTone(hum(440).stream, { seconds: 0.6 });
    expect(frequency).toBeCloseTo(440, -1);
    expect(level).toBeCloseTo(0.35, 1);
  });

  it('[MED-01] hums without an audio context that may run', async () => {
    const RealContext = AudioContext;
    vi.stubGlobal(
      'AudioContext',
      class extends RealContext {
        override get state(): AudioContextState {
          return 'suspended';
        }
      },
    );
    const microphone = hum(620);
    vi.unstubAllGlobals();
    const meter = listenTo(microphone.stream);
    await expect.poll(() => meter.frequency(), { timeout: 5000 }).toBeCloseTo(620, -1);
    await expect.poll(() => meter.levelAt(620), { timeout: 5000 }).toBeGreaterThan(0.2);
    expect(meter.levelAt(900)).toBeLessThan(0.05);
    meter.stop();
  });

  it('[MED-06] ends its track', () => {
    const microphone = hum(300);
    microphone.stop();
    expect(microphone.stream.getTracks().map((track) => track.readyState)).toEqual(['ended']);
  });
});
