'use client';

import type { MediaDirection, SessionSnapshot } from '@hookswitch/sip-core';

/** What we send of pictures, by what is agreed; a muted camera shows nothing. */
export function localPicture(session: Pick<SessionSnapshot, 'media' | 'muted'> | null): 'off' | 'camera' | 'screen' {
  if (session === null || !isSent(session.media.video?.local)) return 'off';
  if (session.media.sharing === true) return 'screen';
  return session.muted.video ? 'off' : 'camera';
}

/** Whether a side that declares this sends. */
export function isSent(direction: MediaDirection | undefined): boolean {
  return direction === 'sendrecv' || direction === 'sendonly';
}
