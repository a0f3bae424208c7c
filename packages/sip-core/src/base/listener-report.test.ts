import { expect, test } from 'vitest';
import type { Logger } from '../platform.ts';
import { listenerReport } from './listener-report.ts';

function notes(): { readonly logger: Logger; readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, logger: { log: (level, category, message) => void lines.push(`${level} ${category}: ${message}`) } };
}

test('what a listener throws is logged, with the event where there is one', () => {
  const { logger, lines } = notes();
  const report = listenerReport(logger, 'session');
  report(new Error('oops'), 'hold');
  report(new Error('oops'));
  expect(lines).toEqual(['error session: a listener of "hold" threw', 'error session: a listener threw']);
});

test('there is one function for each log and category', () => {
  const { logger } = notes();
  expect(listenerReport(logger, 'session')).toBe(listenerReport(logger, 'session'));
  expect(listenerReport(logger, 'session')).not.toBe(listenerReport(logger, 'transport'));
  expect(listenerReport(logger, 'session')).not.toBe(listenerReport(notes().logger, 'session'));
});
