'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { PhoneStorage } from './phone-storage.ts';
import { useStorage } from './phone-storage-provider.tsx';
import type { StorageStatus } from './storage-status.ts';

/** What {@link usePhoneStorage} returns. */
export interface UsePhoneStorageReturnType {
  readonly storage: PhoneStorage;
  /** Where things are kept: `memory` is for as long as the page lasts. */
  readonly status: StorageStatus;
}

/**
 * The storage itself: to export, import and delete, and to say when nothing is kept.
 *
 * @throws PhoneStorageNotFoundError outside of a `PhoneStorageProvider`
 * @example
 * ```tsx
 * const { storage, status } = usePhoneStorage();
 * if (status.kind === 'memory') return <p role="status">Your calls are not kept: {status.reason}</p>;
 * return <button onClick={() => void storage.delete()}>Delete everything</button>;
 * ```
 */
export function usePhoneStorage(): UsePhoneStorageReturnType {
  const storage = useStorage();
  const status = useStore(storage.status);
  return useMemo(() => ({ storage, status }), [storage, status]);
}
