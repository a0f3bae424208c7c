import { lazyPart } from '../lazy/lazy-part.tsx';

/** Only after a reload in a call is there anything to ask. */
export const LazyResumableCallsView = /* @__PURE__ */ lazyPart(
  async () => (await import('./resumable-calls-view.tsx')).ResumableCallsView,
);
