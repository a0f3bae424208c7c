'use client';

import type { DialogEntry } from '@hookswitch/sip-core';
import type { CallOptions } from '../call-options.ts';

/** How to take a call that rings at somebody else. */
export interface CallPickup {
  /** Who calls them: the caller is asked to let us take the place of the phone that rings. */
  readonly target: string;
  /** For the call. */
  readonly options: CallOptions;
}

/** What a tag is made of, and a Call-ID (RFC 3261 section 25.1). */
const TOKEN = /^[\w.!%*+`'~-]{1,256}$/;
const CALL_ID = /^[\w.!%*+`'~()<>:\\"/[\]?{}@-]{1,512}$/;

/**
 * How to take the first call that rings at somebody whose calls are told with their ids (RFC 4235 section 4.1.2): an
 * INVITE to the caller that replaces the early dialog (RFC 3891 section 7.1). `null` where nothing rings, or where the
 * server keeps the ids to itself.
 */
export function callPickupOf(dialogs: readonly DialogEntry[]): CallPickup | null {
  for (const { state, direction, callId, localTag, remoteTag, remote } of dialogs) {
    const target = remote.identity ?? remote.target;
    if (direction === 'initiator' || state === 'confirmed' || state === 'terminated' || target === null) continue;
    if (callId === null || localTag === null || remoteTag === null) continue;
    if (!CALL_ID.test(callId) || !TOKEN.test(localTag) || !TOKEN.test(remoteTag)) continue;
    // The tags as the caller sees them: ours is theirs (section 6.1).
    const replaces = `Replaces: ${callId};to-tag=${remoteTag};from-tag=${localTag};early-only`;
    return { target, options: { extraHeaders: [replaces, 'Require: replaces'] } };
  }
  return null;
}
