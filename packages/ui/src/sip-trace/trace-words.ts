import type { TraceLabels } from '../labels/trace-labels.ts';
import type { TraceItem } from './trace-item.ts';

/** A server as it is shown: without what every address of one has. */
export function serverName(server: string): string {
  return server.replace(/^wss?:\/\//, '').replace(/\/$/, '');
}

/** Writes times of day, to the second. */
export function clockOf(locale: string | undefined): (time: number) => string {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat(locale, { hour: two, minute: two, second: two, hourCycle: 'h23' });
  return (time) => format.format(time);
}

/** What happened to the connection, in words. */
export function markWords(labels: TraceLabels, { mark }: Extract<TraceItem, { kind: 'mark' }>): string {
  switch (mark.kind) {
    case 'connected':
      return labels.connected(mark.server === null ? labels.server : serverName(mark.server));
    case 'disconnected':
      return mark.error === null ? labels.disconnected : labels.lost(mark.error.code);
    case 'connectFailed':
      return labels.connectFailed(mark.error?.code ?? '');
    case 'keepAliveSent':
      return labels.keepAliveSent;
    case 'keepAliveReceived':
      return labels.keepAliveReceived;
  }
}

/** A row as it is read out: "12:00:01, received 401 Unauthorized, for REGISTER". */
export function spokenRow(words: TraceLabels, item: TraceItem, clock: (time: number) => string): string {
  if (item.kind === 'mark') return words.happened(clock(item.mark.time), markWords(words, item));
  const { direction, statusCode, method, time } = item.entry;
  const what = statusCode === null ? item.title : words.answerTo(item.title, method);
  const said = direction === 'sent' ? words.sent(clock(time), what) : words.received(clock(time), what);
  return item.again ? `${said}, ${words.again}` : said;
}
