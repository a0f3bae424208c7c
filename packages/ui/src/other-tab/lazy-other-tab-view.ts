import { type LazyPart, lazyPart } from '../lazy/lazy-part.tsx';
import type { OtherTabViewProps } from './other-tab-view.tsx';

/** Only those who share a phone among tabs need it. */
export const LazyOtherTabView: LazyPart<OtherTabViewProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('./other-tab-view.tsx')).OtherTabView,
);
