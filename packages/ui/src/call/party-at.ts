import type { Party } from '../snapshots.ts';

/**
 * The party at an address, without a name.
 *
 * @param address - a SIP or tel URI, `user@host`, or a number
 * @param domain - that of numbers and names without one
 */
export function partyAt(address: string, domain: string): Party {
  const bare = address
    .trim()
    .replace(/^(sips?|tel):/i, '')
    .replace(/[;?].*$/, '');
  const at = bare.lastIndexOf('@');
  const user = at < 0 ? bare : bare.slice(0, at);
  const host = at < 0 ? domain : bare.slice(at + 1);
  return {
    uri: /^[a-z]+:/i.test(address) ? address : `sip:${user}@${host}`,
    user: decoded(user),
    host,
    displayName: null,
  };
}

function decoded(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
