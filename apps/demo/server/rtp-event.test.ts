import { describe, expect, it } from 'vitest';
import { RtpEventReader } from './rtp-event.ts';
import { muLaw } from './tone-packets.ts';

const packet = (event: number, end: boolean, samples: number): Uint8Array =>
  Uint8Array.of(event, end ? 0x8a : 0x0a, samples >> 8, samples & 0xff);

describe('RtpEventReader', () => {
  it('[APP-01] reports each tone once, with its length', () => {
    const heard: string[] = [];
    const reader = new RtpEventReader((digit, duration) => heard.push(`${digit} ${String(duration)}`));
    reader.push(1000, packet(5, false, 160), 8000);
    reader.push(1000, packet(5, false, 480), 8000);
    for (let copy = 0; copy < 3; copy += 1) reader.push(1000, packet(5, true, 800), 8000);
    for (let copy = 0; copy < 3; copy += 1) reader.push(3000, packet(5, true, 800), 8000);
    reader.push(5000, packet(10, false, 4800), 48000);
    reader.push(9000, packet(11, true, 4800), 48000);
    reader.push(9100, packet(99, true, 1), 8000);
    reader.push(9200, Uint8Array.of(1), 8000);
    expect(heard).toEqual(['5 100', '5 100', '* 100', '# 100']);
  });
});

describe('muLaw', () => {
  it('[APP-01] encodes as G.711 says', () => {
    expect([0, 1, -1].map(muLaw)).toEqual([0xff, 0x80, 0x00]);
    expect(muLaw(1000 / 32767)).toBe(0xce);
    expect(muLaw(-1000 / 32767)).toBe(0x4e);
  });
});
