import { lazyPart } from '../lazy/lazy-part.tsx';

/** Only those who share a phone among tabs need it. */
export const LazyOtherTabView = /* @__PURE__ */ lazyPart(
  async () => (await import('./other-tab-view.tsx')).OtherTabView,
);
