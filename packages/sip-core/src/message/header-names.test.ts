import { describe, expect, it } from 'vitest';
import * as Field from './field.ts';
import { canonicalName, headerId, headerName } from './header-names.ts';

describe('header names', () => {
  it('[PRO-01] the number of a field leads to its name and back', () => {
    for (const [key, id] of Object.entries(Field)) {
      if (id === Field.Other) continue;
      const name = headerName(id);
      expect(name.replaceAll('-', '').toLowerCase()).toBe(key.toLowerCase());
      for (const spelling of [name, name.toLowerCase(), name.toUpperCase()]) {
        expect(headerId(`: ${spelling}:`, 2, 2 + spelling.length)).toBe(id);
      }
    }
  });

  it.each([
    ...[
      ['v', 'Via'],
      ['F', 'From'],
      ['t', 'To'],
      ['i', 'Call-ID'],
      ['m', 'Contact'],
      ['l', 'Content-Length'],
    ],
    ...[
      ['c', 'Content-Type'],
      ['e', 'Content-Encoding'],
      ['k', 'Supported'],
      ['s', 'Subject'],
      ['o', 'Event'],
    ],
    ...[
      ['u', 'Allow-Events'],
      ['r', 'Refer-To'],
      ['b', 'Referred-By'],
      ['x', 'Session-Expires'],
      ['a', 'Accept-Contact'],
    ],
    ...[
      ['j', 'Reject-Contact'],
      ['d', 'Request-Disposition'],
      ['y', 'Identity'],
      ['n', 'Identity-Info'],
    ],
    ...[
      ['www-authenticate', 'WWW-Authenticate'],
      ['SIP-ETAG', 'SIP-ETag'],
      ['p-asserted-identity', 'P-Asserted-Identity'],
    ],
    ...[
      ['X-Mine', 'X-Mine'],
      ['q', 'q'],
      ['', ''],
      ['Call\rID', 'Call\rID'],
      ['Vi\u0061', 'Via'],
      ['\u0130', '\u0130'],
    ],
  ])('[PRO-01] %j is %j', (name = '', canonical) => {
    expect(canonicalName(name)).toBe(canonical);
  });
});
