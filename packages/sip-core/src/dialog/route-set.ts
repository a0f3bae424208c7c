import { NameAddr } from '../message/name-addr.ts';
import type { Uri } from '../message/uri.ts';

/** How a request travels: its Request-URI and its Route header fields. */
export interface Route {
  readonly requestUri: Uri;
  readonly routes: readonly NameAddr[];
}

/**
 * Applies a route set (RFC 3261 section 12.2.1.1). A first hop without `lr` routes strictly: it becomes the
 * Request-URI and the target moves to the end of the list.
 */
export function routeTo(target: Uri, routeSet: readonly NameAddr[]): Route {
  const [first, ...rest] = routeSet;
  if (first === undefined || first.uri.params.has('lr')) return { requestUri: target, routes: routeSet };
  return { requestUri: first.uri.withoutHeaders(), routes: [...rest, NameAddr.from({ uri: target })] };
}
