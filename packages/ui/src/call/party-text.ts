import type { Party, SessionSnapshot } from '../snapshots.ts';

/** Line breaks and other control characters, which have no place in a name. */
const controls = /\p{Cc}+/gu;

/** The two lines that name the other end of a call. */
export interface PartyText {
  /** The name, or the number where there is no name. Text from the network: always shown as text. */
  readonly name: string;
  /** The number or address; empty where `name` already says it. */
  readonly number: string;
}

/** Who is at the other end: what a trusted server asserted goes before what the caller says. */
export function partyOf(session: Pick<SessionSnapshot, 'asserted' | 'remote'>): Party {
  return session.asserted ?? session.remote;
}

/**
 * @param unknown - shown for a caller who withholds name and number
 */
export function partyText(party: Party, unknown: string): PartyText {
  const anonymous = party.host === 'anonymous.invalid' || party.user.toLowerCase() === 'anonymous';
  const number = anonymous ? '' : address(party);
  const shown = (party.displayName ?? '').replace(controls, ' ').trim();
  if (shown !== '' && !(anonymous && shown.toLowerCase() === 'anonymous')) {
    return shown === number ? { name: number, number: '' } : { name: shown, number };
  }
  return { name: number === '' ? unknown : number, number: '' };
}

/** A telephone number stands alone; any other user needs the host. */
function address({ user, host, uri }: Party): string {
  const name = user.replace(controls, ' ').trim();
  if (name === '') return uri;
  return /^\+?[\d*#.\-()]+$/.test(name) || host === '' ? name : `${name}@${host}`;
}

/**
 * How much room a name needs, for the style sheets: `long` names are set small, `medium` ones where space is narrow.
 */
export function nameLength(name: string): 'short' | 'medium' | 'long' {
  const longestWord = Math.max(...name.split(/[\s-]+/).map((word) => word.length));
  if (name.length > 24 || longestWord > 15) return 'long';
  return longestWord > 11 ? 'medium' : 'short';
}

/** The target of a transfer as a person would write it: without scheme, and without our own host. */
export function targetText(target: string, localHost: string): string {
  const address = target
    .replace(/^<|>.*$/g, '')
    .replace(/^(sips?|tel):/i, '')
    .replace(/[;?].*$/, '');
  return address.endsWith(`@${localHost}`) ? address.slice(0, -localHost.length - 1) : address;
}
