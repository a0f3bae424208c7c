import type { CallLogEntry } from '../call-log/call-log-entry.ts';

/** A call that is over, and whether somebody has looked at it. A `CallRecord` of the storage is one. */
export interface HistoryEntry extends CallLogEntry {
  /** Only missed calls begin unseen. */
  readonly seen: boolean;
}
