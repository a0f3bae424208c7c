import type { TestProject } from 'vitest/node';
import { servePage } from './build-page.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the page of the phones is served. */
    interopPage: string;
  }
}

/** Builds and serves the page of the phones once for all files of tests. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const page = await servePage();
  provide('interopPage', page.url);
  return () => page.close();
}
