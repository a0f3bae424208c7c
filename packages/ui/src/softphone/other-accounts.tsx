'use client';

import { AccountScope, useAccounts, useSessions, useSwitchLine } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { CallListView } from '../call-list/call-list-view.tsx';
import type { IncomingCallShortcuts } from '../incoming-call/incoming-call-view.tsx';
import { IncomingCall } from '../incoming-call/incoming-call.tsx';
import { useAccountsLabels } from '../labels/hooks/use-accounts-labels.ts';
import { RemoteAudio } from '../remote-audio/remote-audio.tsx';

/** Props of {@link OtherAccounts}. */
export interface OtherAccountsProps {
  readonly shortcuts?: IncomingCallShortcuts | null | undefined;
  readonly onSilence?: (() => void) | undefined;
}

/** What goes on in the accounts that are not in use: who calls, and whose calls wait. */
export function OtherAccounts(props: OtherAccountsProps): ReactElement {
  const { accounts, chosenId } = useAccounts();
  return (
    <>
      {accounts
        .filter(({ id }) => id !== chosenId)
        .map(({ id, label }) => (
          <AccountScope key={id} id={id}>
            <IncomingCall size="compact" line={label} {...props} />
            <Calls label={label} />
            <RemoteAudio />
          </AccountScope>
        ))}
    </>
  );
}

function Calls({ label }: { readonly label: string }): ReactElement | null {
  const sessions = useSessions((all) => all.filter(({ phase }) => phase !== 'incoming'));
  const switchLine = useSwitchLine();
  const { via } = useAccountsLabels();
  if (sessions.length === 0) return null;
  return (
    <CallListView
      sessions={sessions}
      currentId={null}
      noteOf={() => via(label)}
      onSelect={(id) => start(() => switchLine(id))}
    />
  );
}
