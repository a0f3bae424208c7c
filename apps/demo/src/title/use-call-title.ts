import { type SipState, useSipStore } from '@hookswitch/react-sip';
import type { Party, SessionSnapshot } from '@hookswitch/sip-core';
import { words } from '../words.ts';
import { usePageTitle } from './use-page-title.ts';

/** Lets the tab say what the phone does: a call that rings is seen from another tab. */
export function useCallTitle(): void {
  usePageTitle(useSipStore(titleOf));
}

function titleOf({ account, sessions, sessionIds, focusedSessionId }: SipState): string {
  const live = sessionIds.flatMap((id) => sessions[id] ?? []).filter(({ phase }) => phase !== 'ended');
  const ringing = live.filter(({ phase }) => phase === 'incoming');
  const [first] = ringing;
  if (first !== undefined) return words.title.incoming(ringing.length, partyName(first.remote));
  const call = live.find(({ id }) => id === focusedSessionId) ?? live[0];
  return call === undefined ? words.title.idle(partyName(account)) : callTitle(call);
}

function callTitle({ answeredAt, hold, remote }: SessionSnapshot): string {
  const name = partyName(remote);
  if (answeredAt === null) return words.title.calling(name);
  return hold.local ? words.title.held(name) : words.title.talking(name);
}

function partyName({ displayName, user, host }: Party): string {
  return displayName ?? (user === '' ? host : user);
}
