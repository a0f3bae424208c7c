import { describe, expect, test } from 'vitest';
import { answerToNewcomer, isAnotherParty } from './newcomer.ts';

const sdp = (fingerprint: string, setup: string): string =>
  ['v=0', `a=fingerprint:sha-256 ${fingerprint}`, 'm=audio 9 UDP/TLS/RTP/SAVPF 111', `a=setup:${setup}`, ''].join(
    '\r\n',
  );
const before = { type: 'answer' as const, sdp: sdp('AA:BB', 'active') };
const answer = { type: 'answer' as const, sdp: sdp('11:22', 'active') };

describe('an answer to an offer', () => {
  test('[NET-04] with other keys than before takes the part of the server', () => {
    const { sdp: made = '' } = answerToNewcomer(answer, sdp('CC:DD', 'actpass'), before);
    expect(made).toBe(sdp('11:22', 'passive'));
  });

  test.each([
    ['with the same keys', sdp('aa:bb', 'actpass'), before],
    ['that is the first', sdp('CC:DD', 'actpass'), null],
    ['whose part is fixed', sdp('CC:DD', 'passive'), before],
    ['without keys', 'v=0\r\na=setup:actpass\r\n', before],
  ])('[NET-04] %s stays as it is', (_what, offer, known) => {
    expect(answerToNewcomer(answer, offer, known)).toBe(answer);
  });
});

describe('two answers to one offer', () => {
  const answered = (fingerprint: string, ufrag: string): string =>
    `${sdp(fingerprint, 'active')}a=ice-ufrag:${ufrag}\r\n`;

  test.each([
    ['the same', 'AA:BB', 'abcd', false],
    ['the same in other letters', 'aa:bb', 'abcd', false],
    ['with other keys', 'CC:DD', 'abcd', true],
    ['with other credentials, as of a server that has one key for all', 'AA:BB', 'ABCD', true],
  ])('[MED-06] %s', (_what, fingerprint, ufrag, another) => {
    expect(isAnotherParty(answered('AA:BB', 'abcd'), answered(fingerprint, ufrag))).toBe(another);
  });

  test('[MED-06] of which one says nothing of itself are not told apart', () => {
    expect(isAnotherParty(answered('AA:BB', 'abcd'), 'v=0\r\n')).toBe(false);
  });
});
