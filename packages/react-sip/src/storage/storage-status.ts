'use client';

/**
 * Why nothing outlives the page: `UNSUPPORTED` without IndexedDB, `REFUSED` by the browser or the visitor,
 * `NEWER_VERSION` when another tab runs a newer version of the app, `BLOCKED` when one runs an older version and does not
 * let go, `FULL` when the disk is, `FAILED` otherwise.
 */
export type MemoryReason = 'UNSUPPORTED' | 'REFUSED' | 'NEWER_VERSION' | 'BLOCKED' | 'FULL' | 'FAILED';

/** Where things are kept: `idle` before the first use, `memory` when they last as long as the page. */
export interface StorageStatus {
  readonly kind: 'idle' | 'persistent' | 'memory';
  readonly reason: MemoryReason | null;
}

/** Before the first use. */
export const IDLE: StorageStatus = Object.freeze({ kind: 'idle', reason: null });
/** All is well. */
export const PERSISTENT: StorageStatus = Object.freeze({ kind: 'persistent', reason: null });

/** What an error of IndexedDB means. */
export function memoryStatus(error: unknown): StorageStatus {
  return Object.freeze({ kind: 'memory', reason: reasonOf(error) });
}

function reasonOf(error: unknown): MemoryReason {
  if (typeof indexedDB === 'undefined') return 'UNSUPPORTED';
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  switch (name) {
    case 'VersionError':
      return 'NEWER_VERSION';
    case 'BlockedError':
      return 'BLOCKED';
    case 'QuotaExceededError':
      return 'FULL';
    case 'SecurityError':
    case 'InvalidStateError':
      return 'REFUSED';
    default:
      return 'FAILED';
  }
}
