import { describe, expect, it } from 'vitest';
import { readPng, writeSmallPng } from './small-png.mjs';

/** One red pixel beside a half transparent blue one, as a browser writes them. */
const browsers = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGP4z8AAQg0AD3oDfnfpf5cAAAAASUVORK5CYII=',
  'base64',
);

describe('readPng', () => {
  it('reads what a browser writes, and nothing else', () => {
    expect(readPng(browsers)).toEqual({ width: 2, height: 1, pixels: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 128) });
    expect(readPng(Buffer.from('GIF89a'))).toBeUndefined();
  });

  it('leaves one that is small already', () => {
    const small = writeSmallPng({ width: 1, height: 1, pixels: Uint8Array.of(1, 2, 3, 255) });
    expect(readPng(small)).toBeUndefined();
  });
});

describe('writeSmallPng', () => {
  it('finds a colour for each of a thousand that nobody tells from it', () => {
    const pixels = Uint8Array.from({ length: 4000 }, (_, at) => (at % 4 === 3 ? 255 : Math.floor(at / 16) % 251));
    const small = writeSmallPng({ width: 50, height: 20, pixels });
    expect(small.length).toBeLessThan(pixels.length);
    expect(small.toString('latin1', 37, 41)).toBe('PLTE');
    expect(small.readUInt32BE(33)).toBeLessThanOrEqual(3 * 256);
  });
});
