/**
 * Marks a promise as looked after: when nobody awaits it, its rejection is no unhandled one. The error is told in
 * snapshots and events as well, so callers who do not await lose nothing.
 */
export function handled<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
