import { describe, expect, test } from 'vitest';
import { fakeParty, fakeSession } from '../testing/fake-session.ts';
import { callMood } from './call-mood.ts';
import { formatDuration } from './format-duration.ts';
import { nameLength, partyOf, partyText, targetText } from './party-text.ts';

describe('callMood', () => {
  test.each([
    [{ phase: 'ringing' }, 'ringing'],
    [{ phase: 'established' }, 'talking'],
    [{ hold: { local: true, remote: false } }, 'held'],
    [{ hold: { local: false, remote: true } }, 'heldByThem'],
    [{ hold: { local: true, remote: true } }, 'heldByBoth'],
    [{ phase: 'reconnecting', hold: { local: true, remote: false } }, 'reconnecting'],
  ] as const)('[KIT-03] of %j is %s', (changes, mood) => {
    expect(callMood(fakeSession(changes))).toBe(mood);
  });
});

describe('formatDuration', () => {
  test.each([
    [0, '0:00'],
    [7_999, '0:07'],
    [754_000, '12:34'],
    [3_723_000, '1:02:03'],
    [-5, '0:00'],
  ])('[KIT-03] shows %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('partyText', () => {
  test('[KIT-11] shows a name and a number, and drops line breaks from a name', () => {
    expect(partyText(fakeParty('1002', 'Ben\r\nCarter\u0007'), '?')).toEqual({ name: 'Ben Carter', number: '1002' });
  });

  test('[KIT-02] shows the number alone where there is no name, and once where both are the same', () => {
    expect(partyText(fakeParty('1002'), '?')).toEqual({ name: '1002', number: '' });
    expect(partyText(fakeParty('1002', '1002'), '?')).toEqual({ name: '1002', number: '' });
  });

  test('[KIT-02] adds the host to a user that is no number', () => {
    expect(partyText(fakeParty('bob', 'Bob'), '?').number).toBe('bob@example.com');
  });

  test('[KIT-02] names a caller who withholds both', () => {
    expect(partyText(fakeParty('anonymous', 'Anonymous', 'anonymous.invalid'), 'Unknown')).toEqual({
      name: 'Unknown',
      number: '',
    });
  });

  test('[KIT-02] believes the server before the caller', () => {
    const asserted = fakeParty('1002', 'Ben Carter');
    expect(partyOf({ asserted, remote: fakeParty('1', 'Your Bank') })).toBe(asserted);
  });

  test('[KIT-03] measures names for the style sheets', () => {
    expect(
      ['Marta Oliveira', '+351215550134', 'Wolfeschlegelstein', 'a b c d e f g h i j k l m n'].map(nameLength),
    ).toEqual(['short', 'medium', 'long', 'long']);
  });

  test('[KIT-04] writes the target of a transfer as a person would', () => {
    expect(targetText('sip:1003@example.com', 'example.com')).toBe('1003');
    expect(targetText('<sip:bob@other.example;transport=ws>', 'example.com')).toBe('bob@other.example');
  });
});
