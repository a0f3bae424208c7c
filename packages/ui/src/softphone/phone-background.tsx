'use client';

import { useMessages } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { partyAt } from '../call/party-at.ts';
import { usePartyText } from '../call/party-names.tsx';
import { PhoneIntegrations } from '../integrations/phone-integrations.tsx';
import { useMessagesLabels } from '../labels/hooks/use-messages-labels.ts';

/** Props of {@link PhoneBackground}. */
export interface PhoneBackgroundProps {
  /** Messages are being read, so that nobody needs to be told of them. */
  readonly reading: boolean;
}

/** What a phone does without being looked at: it tells of messages, and reaches beyond the page. */
export function PhoneBackground({ reading }: PhoneBackgroundProps): ReactElement {
  const { received } = useMessagesLabels();
  const textOf = usePartyText();
  const { messages } = useMessages();
  const news = reading ? undefined : messages.filter(({ read }) => !read).at(-1);
  return (
    <>
      <PhoneIntegrations />
      <Announcer message={news === undefined ? '' : received(textOf(partyAt(news.peer, '')).name)} />
    </>
  );
}
