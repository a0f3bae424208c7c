import type { TraceItem } from './trace-item.ts';

/** Which rows are shown. */
export interface TraceFilter {
  /** Found anywhere in a message, whatever its case. */
  readonly text: string;
  /** Only this call; an empty text is all. */
  readonly callId: string;
  /** Only this method, its responses included; an empty text is all. */
  readonly method: string;
  readonly failures: boolean;
  readonly keepAlives: boolean;
}

/** Everything but keep-alives. */
export const EVERYTHING: TraceFilter = { text: '', callId: '', method: '', failures: false, keepAlives: false };

/** The rows that a filter lets through. */
export function filterTrace(items: readonly TraceItem[], filter: TraceFilter): readonly TraceItem[] {
  const text = filter.text.trim().toLowerCase();
  return items.filter((item) => {
    if (filter.failures && !item.failure) return false;
    if (item.kind === 'mark') {
      const { kind, server } = item.mark;
      if (kind === 'keepAliveSent' || kind === 'keepAliveReceived') return filter.keepAlives && text === '';
      return filter.method === '' && filter.callId === '' && (server ?? kind).toLowerCase().includes(text);
    }
    const { callId, method, text: message } = item.entry;
    if (filter.callId !== '' && callId !== filter.callId) return false;
    if (filter.method !== '' && method !== filter.method) return false;
    return text === '' || message.toLowerCase().includes(text);
  });
}
