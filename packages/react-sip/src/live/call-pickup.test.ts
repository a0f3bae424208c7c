import type { DialogEntry } from '@hookswitch/sip-core';
import { describe, expect, it } from 'vitest';
import { callPickupOf } from './call-pickup.ts';

const party = { identity: 'sip:carol@example.com', displayName: null, target: null };
const entry = (changes: Partial<DialogEntry>): DialogEntry => ({
  ...{ id: '1', callId: 'abc@host', localTag: 'theirs', remoteTag: 'callers', direction: 'recipient', state: 'early' },
  ...{ event: null, code: null, duration: null, local: party, remote: party },
  ...changes,
});

describe('callPickupOf', () => {
  it('[KIT-05] replaces the early dialog at the caller', () => {
    expect(callPickupOf([entry({ state: 'confirmed' }), entry({})])).toEqual({
      target: 'sip:carol@example.com',
      options: {
        extraHeaders: ['Replaces: abc@host;to-tag=callers;from-tag=theirs;early-only', 'Require: replaces'],
      },
    });
  });

  it.each<[string, Partial<DialogEntry>]>([
    ['is answered', { state: 'confirmed' }],
    ['was placed there', { direction: 'initiator' }],
    ['has no Call-ID', { callId: null }],
    ['has no tags', { remoteTag: null }],
    ['has a tag that writes a parameter', { localTag: 'a;early-only' }],
    ['has a Call-ID that writes a line', { callId: 'a\r\nX: b' }],
    ['has nobody at the other end', { remote: { ...party, identity: null } }],
  ])('[KIT-05] leaves a call alone that %s', (_why, changes) => {
    expect(callPickupOf([entry(changes)])).toBeNull();
  });
});
