import { describe, expect, it } from 'vitest';
import { clampTiming, sendTones } from './dtmf-sender.ts';

class FakeDtmf {
  canInsertDTMF = true;
  toneBuffer = '';
  calls: readonly unknown[][] = [];

  insertDTMF(tones: string, duration: number, gap: number): void {
    if (tones.includes('?')) throw new DOMException('', 'InvalidCharacterError');
    this.calls = [...this.calls, [tones, duration, gap]];
  }
}

const sender = (dtmf: FakeDtmf): Pick<RTCRtpSender, 'dtmf'> => ({ dtmf: dtmf as unknown as RTCDTMFSender });

describe('sendTones', () => {
  it('[SES-11] keeps within what WebRTC allows', () => {
    expect(clampTiming({ duration: 10, interToneGap: 1 })).toEqual({ duration: 40, interToneGap: 30 });
    expect(clampTiming({ duration: 9000, interToneGap: 500 })).toEqual({ duration: 6000, interToneGap: 500 });
  });

  it('[SES-11] adds to the tones that still wait', () => {
    const dtmf = new FakeDtmf();
    expect(sendTones(sender(dtmf), '1', { duration: 100, interToneGap: 70 })).toBe(true);
    dtmf.toneBuffer = '23';
    expect(sendTones(sender(dtmf), '45', { duration: 100, interToneGap: 70 })).toBe(true);
    expect(dtmf.calls).toEqual([
      ['1', 100, 70],
      ['2345', 100, 70],
    ]);
  });

  it('[SES-11] says no when it cannot', () => {
    const dtmf = new FakeDtmf();
    const timing = { duration: 100, interToneGap: 70 };
    expect(sendTones(sender(dtmf), '?', timing)).toBe(false);
    dtmf.canInsertDTMF = false;
    expect(sendTones(sender(dtmf), '1', timing)).toBe(false);
    expect(sendTones({ dtmf: null }, '1', timing)).toBe(false);
    expect(sendTones(undefined, '1', timing)).toBe(false);
  });
});
