import { describe, expect, it } from 'vitest';
import { preferredCodecs } from './codec-preferences.ts';

const codec = (mimeType: string, clockRate: number, sdpFmtpLine = ''): RTCRtpCodec => ({
  mimeType,
  clockRate,
  ...(sdpFmtpLine === '' ? {} : { sdpFmtpLine }),
});
const known = [
  codec('audio/opus', 48_000),
  codec('audio/red', 48_000),
  codec('audio/G722', 8000),
  codec('audio/PCMU', 8000),
  codec('audio/PCMA', 8000),
  codec('audio/CN', 8000),
  codec('audio/telephone-event', 48_000),
  codec('audio/telephone-event', 8000),
];
const names = (wanted: readonly string[]): readonly string[] =>
  preferredCodecs(known, wanted).map(({ mimeType, clockRate }) => `${mimeType.slice(6)}/${clockRate}`);

describe('preferredCodecs', () => {
  it('[MED-02] keeps the order wanted, in any case, and what goes along', () => {
    expect(names(['pcmu', 'OPUS'])).toEqual([
      ...['PCMU/8000', 'opus/48000', 'red/48000', 'CN/8000'],
      ...['telephone-event/48000', 'telephone-event/8000'],
    ]);
  });

  it('[MED-02] has tones and comfort noise only at the rates of the codecs', () => {
    expect(names(['opus'])).toEqual(['opus/48000', 'red/48000', 'telephone-event/48000', 'telephone-event/8000']);
  });

  it('[MED-02] takes every profile of a codec, and passes over what the browser does not know', () => {
    const video = [codec('video/VP8', 90_000), codec('video/H264', 90_000, 'a'), codec('video/H264', 90_000, 'b')];
    expect(preferredCodecs(video, ['AV1', 'H264'])).toEqual([video[1], video[2]]);
  });

  it('[MED-02] leaves the choice to the browser when nothing wanted is known', () => {
    expect([preferredCodecs(known, ['G729']), preferredCodecs(known, [])]).toEqual([[], []]);
  });
});
