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
  const at = new Date(startedAt);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(twoDigits).join('-');
  const time = [at.getHours(), at.getMinutes()].map(twoDigits).join('');
  const ending = ENDINGS.find(([each]) => type.startsWith(each))?.[1] ?? 'webm';
  return `call-${who}-${day}-${time}.${ending}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
