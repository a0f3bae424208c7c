'use client';

import { type PhoneSettings, useOptionalPhoneStorage } from '@hookswitch/react-sip/storage';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** What a person has switched on of what reaches beyond the page. */
export interface IntegrationChoices {
  /** Notifications of the system. */
  readonly notifications: boolean;
  /** Media keys of keyboards and headsets. */
  readonly mediaKeys: boolean;
  /** Whether play and pause answer. */
  readonly answerByPlay: boolean;
  /** Buttons and lamps of headsets. */
  readonly headset: boolean;
}

/** What {@link useIntegrationChoices} returns. */
export interface UseIntegrationChoicesReturnType {
  readonly choices: IntegrationChoices;
  readonly choose: (changes: Partial<IntegrationChoices>) => void;
}

const NAMES = ['notifications', 'mediaKeys', 'answerByPlay', 'headset'] as const;

/** Where choices are while there is no storage: good until the page is left. */
const page: { app: PhoneSettings['app']; readonly listeners: Set<() => void> } = { app: {}, listeners: new Set() };

function followPage(listener: () => void): () => void {
  page.listeners.add(listener);
  return () => page.listeners.delete(listener);
}

/** What was switched on, kept in the settings of the phone storage where there is one. All is off at first. */
export function useIntegrationChoices(): UseIntegrationChoicesReturnType {
  const settings = useOptionalPhoneStorage()?.settings;
  const app = useSyncExternalStore(
    settings?.subscribe ?? followPage,
    useCallback(() => settings?.getState().app ?? page.app, [settings]),
    useCallback(() => settings?.getInitialState().app ?? page.app, [settings]),
  );
  const choose = useCallback(
    (changes: Partial<IntegrationChoices>) => {
      if (settings !== undefined) {
        // What cannot be kept is told by the status of the storage.
        settings.update({ app: { ...settings.getState().app, ...changes } }).catch(() => undefined);
        return;
      }
      page.app = { ...page.app, ...changes };
      for (const listener of page.listeners) listener();
    },
    [settings],
  );
  return useMemo(() => ({ choices: read(app), choose }), [app, choose]);
}

function read(app: PhoneSettings['app']): IntegrationChoices {
  const [notifications, mediaKeys, answerByPlay, headset] = NAMES.map((name) => app[name] === true);
  return {
    notifications: notifications === true,
    mediaKeys: mediaKeys === true,
    answerByPlay: answerByPlay === true,
    headset: headset === true,
  };
}
