import type { NameAddr } from '../message/name-addr.ts';
import type { Party } from './session-snapshot.ts';

/** How a snapshot names who is at one end. */
export function party(nameAddr: NameAddr): Party {
  const { uri, displayName } = nameAddr;
  return Object.freeze({
    uri: uri.withoutHeaders().toString(),
    user: uri.user ?? uri.opaque ?? '',
    host: uri.host,
    displayName: displayName === undefined || displayName === '' ? null : displayName,
  });
}
