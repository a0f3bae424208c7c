import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { parseExtraHeaders } from './extra-headers.ts';

describe('parseExtraHeaders', () => {
  it('[PRO-01] reads names, known ones as RFCs write them, and values', () => {
    expect(
      parseExtraHeaders(['X-Account: 42', 's:lunch', ' p-asserted-identity :  <sip:a@b>  ', 'X-Empty:', 'x-a:b:c']),
    ).toEqual([
      ['X-Account', '42'],
      ['Subject', 'lunch'],
      ['P-Asserted-Identity', '<sip:a@b>'],
      ['X-Empty', ''],
      ['x-a', 'b:c'],
    ]);
  });

  it.each([
    ...[
      '',
      'X',
      ':',
      ': x',
      'X Y: z',
      'Xé: y',
      'X: a\r\nY: b',
      'X: a\nb',
      'X: a\rb',
      'X: a\0',
      'X\r\n: a',
      'X: a\r\n\r\nbody',
    ],
    ...['Via: SIP/2.0/WS a', 'v: x', 'From: x', 'f: x', 'TO: x', 't: x', 'Call-ID: x', 'i: x', 'cseq: 1', 'L: 5'],
    ...['Content-Length: 5', 'Max-Forwards: 1'],
  ])('[PRO-01] refuses %j', (line) => {
    expect(() => parseExtraHeaders([line])).toThrow(InvalidValueError);
  });
});
