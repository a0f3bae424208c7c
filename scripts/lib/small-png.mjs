import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** How many colours a palette has at the most. */
const most = 256;

/** @typedef {{ width: number, height: number, pixels: Uint8Array }} Picture `pixels`: red, green, blue, opacity of each */

/**
 * Reads a PNG of 8 bits for each of red, green, blue and opacity, not interlaced: what browsers write.
 * @param {Buffer} file
 * @returns {Picture | undefined} nothing for any other
 */
export function readPng(file) {
  if (!file.subarray(0, 8).equals(signature)) return undefined;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (!file.subarray(24, 29).equals(Buffer.from([8, 6, 0, 0, 0]))) return undefined;
  /** @type {Buffer[]} */
  const parts = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), width * 4, height) };
}

/**
 * PNG specification, section 9: each line is written as differences from what is left of it and above it.
 * @param {Uint8Array} data
 * @param {number} stride
 * @param {number} height
 */
function unfilter(data, stride, height) {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < 4 ? 0 : (out[at - 4] ?? 0);
      const up = y === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (out[at - stride - 4] ?? 0);
      const expected = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + expected;
    }
  }
  return out;
}

/**
 * @param {number} left
 * @param {number} up
 * @param {number} corner
 */
function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/**
 * A PNG with a palette: the colours that are there most, and for each of the others one that the eye does not tell from
 * it. A fifth of what a browser writes. Opacity is left out.
 * @param {Picture} picture
 * @returns {Buffer}
 */
export function writeSmallPng({ width, height, pixels }) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, places } = fewColours([...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour));
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lines[y * (width + 1) + 1 + x] = places.get(colourAt(pixels, (y * width + x) * 4)) ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(lines, { level: 9 });
  const end = chunk('IEND', Buffer.alloc(0));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', data), end]);
}

/**
 * @param {Uint8Array} pixels
 * @param {number} at
 */
function colourAt(pixels, at) {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

/**
 * Takes colours that are ever less alike until a palette holds them.
 * @param {readonly number[]} colours those that are there most first
 * @returns {{ palette: number[], places: Map<number, number> }}
 */
function fewColours(colours) {
  for (let apart = 0; ; apart += 2) {
    /** @type {number[]} */
    const palette = [];
    /** @type {Map<number, number>} */
    const places = new Map();
    for (const colour of colours) {
      let place = palette.findIndex((known) => distance(known, colour) <= apart);
      if (place < 0) place = palette.push(colour) - 1;
      if (palette.length > most) break;
      places.set(colour, place);
    }
    if (palette.length <= most) return { palette, places };
  }
}

/**
 * @param {number} a
 * @param {number} b
 */
function distance(a, b) {
  const parts = [16, 8, 0].map((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)));
  return Math.max(...parts);
}

/**
 * @param {string} name
 * @param {Buffer} data
 */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
