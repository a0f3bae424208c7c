import { afterEach, describe, expect, it } from 'vitest';
import { createMediaEnd, exchange, type MediaEnd, type MediaEndOptions } from '../../testing/media-end.ts';
import { listenTo } from '../../testing/tone-meter.ts';
import { mediaLines } from '../media-lines.ts';
import { readReport } from '../quality/read-report.ts';

const cleanups: (() => void)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function end(options: MediaEndOptions = {}): MediaEnd {
  const made = createMediaEnd(options);
  cleanups.push(() => made.close());
  return made;
}

const codecsOf = (sdp: string, kind = 'audio'): readonly string[] =>
  mediaLines(sdp).find((line) => line.kind === kind)?.codecs ?? [];

describe('codecs', () => {
  it('[MED-02] are offered in the order wanted, with DTMF and without the others', async () => {
    const { body } = await end({ codecs: { audio: ['PCMA', 'opus'] } }).handler.getDescription();
    expect(codecsOf(body).slice(0, 2)).toEqual(['PCMA', 'opus']);
    expect(codecsOf(body)).toContain('telephone-event');
    expect(codecsOf(body)).not.toContain('G722');
    expect(codecsOf(body)).not.toContain('PCMU');
  });

  it('[MED-02] wanted by the one who answers are used, and tones and sound go through', async () => {
    const [alice, bob] = [end({ frequency: 440 }), end({ codecs: { audio: ['PCMU'] } })];
    const { offer, answer } = await exchange(alice.handler, bob.handler);
    expect(codecsOf(offer)[0]).toBe('opus');
    expect(codecsOf(answer).filter((name) => !['telephone-event', 'CN'].includes(name))).toEqual(['PCMU']);
    const meter = listenTo(bob.handler.remoteMediaStream);
    cleanups.push(() => meter.stop());
    await expect.poll(() => meter.levelAt(440), soon).toBeGreaterThan(0.05);
    expect(readReport(await alice.handler.getStats()).audio.sent?.codec).toBe('PCMU');
    expect(alice.handler.sendDtmf('1', { duration: 100, interToneGap: 70 })).toBe(true);
  });

  it('[MED-02] stay as wanted in later offers, pictures too', async () => {
    const [alice, bob] = [end({ codecs: { audio: ['PCMU'], video: ['VP9'] } }), end()];
    await exchange(alice.handler, bob.handler);
    const { offer } = await exchange(alice.handler, bob.handler, { constraints: { audio: true, video: true } });
    expect(codecsOf(offer)[0]).toBe('PCMU');
    expect(codecsOf(offer, 'video').filter((name) => !['rtx', 'red', 'ulpfec', 'flexfec-03'].includes(name))).toEqual(
      codecsOf(offer, 'video').filter((name) => name === 'VP9'),
    );
  });

  it('[MED-02] of which the far end has none are refused', async () => {
    const [alice, bob] = [end({ codecs: { audio: ['opus'] } }), end({ codecs: { audio: ['G722'] } })];
    await bob.handler.setDescription((await alice.handler.getDescription()).body);
    await expect(bob.handler.getDescription()).rejects.toMatchObject({ code: 'MEDIA_NEGOTIATION' });
  });
});
