'use client';

import {
  type CallNotificationWords,
  useCallNotifications,
  useHeadset,
  useMediaSessionKeys,
} from '@hookswitch/react-sip';
import { useCallback } from 'react';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { useNotificationsLabels } from '../labels/hooks/use-notifications-labels.ts';
import { useIntegrationChoices } from './use-integration-choices.ts';

/** Notifications, media keys and headset buttons, as far as the person has switched them on. */
export function useIntegrations(): void {
  const { choices } = useIntegrationChoices();
  const labels = useNotificationsLabels();
  const textOf = usePartyText();
  const words: CallNotificationWords = useCallback(
    (call, kind) => {
      const { name, number } = textOf(partyOf(call));
      return { title: kind === 'incoming' ? labels.incoming : labels.missed, body: labels.caller(name, number) };
    },
    [labels, textOf],
  );
  useCallNotifications({ enabled: choices.notifications, words });
  useMediaSessionKeys({ enabled: choices.mediaKeys, answerByPlay: choices.answerByPlay });
  useHeadset({ enabled: choices.headset });
}
