import type { TestProject } from 'vitest/node';
import { buildPage } from './build-page.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the demo lies as it was built for the tests. */
    demoFolder: string;
  }
}

/** Builds the demo once for all files of tests. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const page = await buildPage();
  provide('demoFolder', page.folder);
  return () => page.remove();
}
