'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Settings } from './phone-storage.ts';
import { useStorage } from './phone-storage-provider.tsx';
import type { PhoneSettings } from './settings.ts';

/** What {@link useSettings} returns. */
export interface UseSettingsReturnType extends Pick<Settings, 'update' | 'reset'> {
  readonly settings: PhoneSettings;
}

/**
 * What a person has chosen. A password is kept only when `update` is told so.
 *
 * @throws PhoneStorageNotFoundError outside of a `PhoneStorageProvider`
 * @example
 * ```tsx
 * const { settings, update } = useSettings();
 * const remember = (account: AccountSettings, rememberPassword: boolean) => update({ account }, { rememberPassword });
 * return <input type="checkbox" checked={settings.doNotDisturb}
 *   onChange={(event) => void update({ doNotDisturb: event.target.checked })} />;
 * ```
 */
export function useSettings(): UseSettingsReturnType {
  const { settings: store } = useStorage();
  const settings = useStore(store);
  const { update, reset } = store;
  return useMemo(() => ({ settings, update, reset }), [settings, update, reset]);
}
