'use client';

import {
  type ComponentType,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
  useSyncExternalStore,
} from 'react';
import { Fence } from './fence.tsx';

/** A component whose code comes when it is first drawn, or when `preload` is called before. */
export interface LazyPart<Props> {
  (props: Props): ReactElement;
  readonly preload: () => Promise<void>;
}

const never = (): (() => void) => () => undefined;
/** Whether this is a page: on a server, and until a page has taken over what a server drew, nothing is fetched. */
const useInPage = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * Makes a component of one that is fetched. It is drawn at once where it was fetched before.
 *
 * @param fetchPart - such as `async () => (await import('./panel.tsx')).Panel`
 * @param fallback - drawn until it is there; default nothing
 */
export function lazyPart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): LazyPart<Props> {
  let fetched: ComponentType<Props> | undefined;
  const take = async (): Promise<{ default: ComponentType<Props> }> => {
    fetched ??= await fetchPart();
    return { default: fetched };
  };
  function Part(props: Props): ReactElement {
    // Chosen once: what is on the screen is not made anew when it could be drawn at once.
    const [Shown] = useState<ComponentType<Props>>(() => fetched ?? lazy(take));
    if (!useInPage()) return <>{fallback}</>;
    return (
      <Fence>
        <Suspense fallback={fallback}>
          <Shown {...props} />
        </Suspense>
      </Fence>
    );
  }
  return Object.assign(Part, { preload: () => take().then(() => undefined) });
}
