import { useSessions, useSipStore } from '@hookswitch/react-sip';
import type { SessionSnapshot } from '@hookswitch/sip-core';
import { partyOf, usePartyText } from '@hookswitch/ui';
import { words } from '../words.ts';
import { usePageTitle } from './use-page-title.ts';

/** Lets the tab say what the phone does: a call that rings is seen from another tab. */
export function useCallTitle(): void {
  const textOf = usePartyText();
  const account = useSipStore((state) => state.account);
  const focusedId = useSipStore((state) => state.focusedSessionId);
  const live = useSessions((sessions) => sessions.filter(({ phase }) => phase !== 'ended'));
  const nameOf = (session: SessionSnapshot): string => textOf(partyOf(session)).name;

  const ringing = live.filter(({ phase }) => phase === 'incoming');
  const [first] = ringing;
  const call = live.find(({ id }) => id === focusedId) ?? live[0];
  usePageTitle(
    first !== undefined
      ? words.title.incoming(ringing.length, nameOf(first))
      : call === undefined
        ? words.title.idle(textOf(account).name)
        : callTitle(call, nameOf(call)),
  );
}

function callTitle({ answeredAt, hold }: SessionSnapshot, name: string): string {
  if (answeredAt === null) return words.title.calling(name);
  return hold.local ? words.title.held(name) : words.title.talking(name);
}
