import type { TraceItem } from './trace-item.ts';

/** The rows as a text to read: a line with time and way before each message. Secrets are masked where they came from. */
export function traceAsText(items: readonly TraceItem[]): string {
  return items.map(itemAsText).join('\n');
}

function itemAsText(item: TraceItem): string {
  if (item.kind === 'mark') {
    const { time, kind, server, error } = item.mark;
    const what = [kind, server, error?.code].filter((part) => part !== null && part !== undefined);
    return `=== ${iso(time)} ${what.join(' ')}\n`;
  }
  const { time, direction, server, text } = item.entry;
  const way = server === null ? direction : `${direction} ${direction === 'sent' ? 'to' : 'from'} ${server}`;
  return `--- ${iso(time)} ${way}\n${text.replace(/\r\n/g, '\n').trimEnd()}\n`;
}

/** The rows as JSON: an array, one object for each. */
export function traceAsJson(items: readonly TraceItem[]): string {
  return JSON.stringify(items.map(itemAsJson), null, 2);
}

function itemAsJson(item: TraceItem): object {
  if (item.kind === 'mark') {
    const { time, kind, server, error } = item.mark;
    return { time: iso(time), event: kind, server, error: error?.code ?? null };
  }
  const { time, direction, server, method, statusCode, callId, text } = item.entry;
  return { time: iso(time), direction, server, method, statusCode, callId, text };
}

/** A name for a file that is saved now, such as `sip-trace-2026-11-20T12-00-01.txt`. */
export function traceFileName(extension: 'txt' | 'json', now: number = Date.now()): string {
  return `sip-trace-${iso(now).slice(0, 19).replace(/:/g, '-')}.${extension}`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
