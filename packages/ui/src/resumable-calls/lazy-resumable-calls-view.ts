import { type LazyPart, lazyPart } from '../lazy/lazy-part.tsx';
import type { ResumableCallsViewProps } from './resumable-calls-view.tsx';

/** Only after a reload in a call is there anything to ask. */
export const LazyResumableCallsView: LazyPart<ResumableCallsViewProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('./resumable-calls-view.tsx')).ResumableCallsView,
);
