import { browserPageLife } from './page-life.ts';
import { browserNetwork } from './page-network.ts';
import { browserPageTabs } from './page-tabs.ts';
import type { Platform } from './platform.ts';

/** What a page has besides: others of its kind, a network that comes and goes, and an end. Nothing outside of pages. */
export function pageParts(): Pick<Platform, 'network' | 'page' | 'tabs'> {
  if (typeof document === 'undefined') return {};
  return {
    ...(typeof window === 'undefined' ? {} : { network: browserNetwork(), page: browserPageLife() }),
    ...(typeof BroadcastChannel === 'undefined' ? {} : { tabs: browserPageTabs() }),
  };
}
