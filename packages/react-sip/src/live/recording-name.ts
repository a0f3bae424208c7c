'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';

const ENDINGS: readonly (readonly [type: string, ending: string])[] = [
  ['audio/mp4', 'm4a'],
  ['audio/ogg', 'ogg'],
];

/** What the file of a recording is called: with whom and when, of letters that every system takes in a name. */
export function recordingName(session: Pick<SessionSnapshot, 'remote'>, startedAt: number, type: string): string {
  const { user, host } = session.remote;
  const who = (user === '' ? host : user).replace(/[^\p{Letter}\p{Number}+]+/gu, '-').slice(0, 60);
  const at = new Date(startedAt).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  const ending = ENDINGS.find(([each]) => type.startsWith(each))?.[1] ?? 'webm';
  return `call-${who}-${at}.${ending}`;
}
