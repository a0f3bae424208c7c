import type { Logger } from '../platform.ts';

/** Told of each exception that a listener throws, and of the event where there are several. */
export type ListenerReport = (error: unknown, event?: string) => void;

/**
 * A function that writes to a log what listeners throw. It is the same one each time: every phone and every call has
 * several lists of listeners, and a function for each of them would live as long as they do.
 *
 * @param category - under which it is logged
 */
export function listenerReport(logger: Logger, category: string): ListenerReport {
  let ofLogger = reports.get(logger);
  if (ofLogger === undefined) reports.set(logger, (ofLogger = new Map<string, ListenerReport>()));
  let report = ofLogger.get(category);
  if (report === undefined) ofLogger.set(category, (report = makeReport(logger, category)));
  return report;
}

const reports = /* @__PURE__ */ new WeakMap<Logger, Map<string, ListenerReport>>();

function makeReport(logger: Logger, category: string): ListenerReport {
  return (error, event) => {
    logger.log('error', category, event === undefined ? 'a listener threw' : `a listener of "${event}" threw`, error);
  };
}
