'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ReadableStore } from '../live/create-live-store.ts';
import { perBinding } from '../live/per-binding.ts';
import { useBinding } from '../provider/sip-context.ts';
import type { UABinding } from '../provider/ua-binding.ts';
import type { Settings } from './phone-storage.ts';
import { useOptionalPhoneStorage } from './phone-storage-provider.tsx';
import { settingsInMemory } from './settings-in-memory.ts';
import type { StorageStatus } from './storage-status.ts';
import type { UseSettingsReturnType } from './use-settings.ts';

/** What {@link usePhoneSettings} returns. */
export interface UsePhoneSettingsReturnType extends UseSettingsReturnType {
  /** Where they are kept; `memory` without a `PhoneStorageProvider`, too. */
  readonly status: StorageStatus;
}

const shared: (binding: UABinding) => Settings = perBinding(settingsInMemory);
const MEMORY: StorageStatus = Object.freeze({ kind: 'memory', reason: null });
const inMemory: ReadableStore<StorageStatus> = {
  getState: () => MEMORY,
  getInitialState: () => MEMORY,
  subscribe: () => () => undefined,
};

/**
 * What a person has chosen, with or without a `PhoneStorageProvider`: without one it lasts as long as the page, and is
 * shared by all who ask inside the same `SipProvider`.
 *
 * @example
 * ```tsx
 * const { settings, update, status } = usePhoneSettings();
 * if (status.kind === 'memory') return <p>Your choices hold until this page is closed.</p>;
 * ```
 */
export function usePhoneSettings(): UsePhoneSettingsReturnType {
  const binding = useBinding();
  const storage = useOptionalPhoneStorage();
  const store = storage?.settings ?? shared(binding);
  const settings = useStore(store);
  const status = useStore(storage?.status ?? inMemory);
  const { update, reset } = store;
  return useMemo(() => ({ settings, update, reset, status }), [settings, update, reset, status]);
}
