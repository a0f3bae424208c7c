import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { BrowserContextOptions } from 'playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { coveredFolders, leastBranches } from './scripts/lib/covered.mjs';

const source = 'hookswitch-source';
const ignored = ['**/node_modules/**', '**/dist/**', '**/.tools/**'];
const browserTests = '**/*.browser.test.{ts,tsx}';
/** Milliseconds for a test with a document; a whole call takes a second, and twenty where the machine does other things. */
const patience = 30_000;

const quiet = [
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  ...['--disable-quic', '--disable-features=WebRtcHideLocalIpsWithMdns'],
];

/** Chromium with nothing that talks to the outside. */
function chromium(args: readonly string[], contextOptions: BrowserContextOptions = {}) {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
        args: [...args, ...quiet],
      },
      contextOptions,
    }),
    instances: [{ browser: 'chromium' as const }],
  };
}

const heardAndSeen = [
  ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  '--autoplay-policy=no-user-gesture-required',
];
/** With a synthetic microphone and camera, and sound without a gesture. */
const browser = chromium(heardAndSeen);
/** Everything that a picture depends on is said, but for the fonts. */
const sameEverywhere: BrowserContextOptions = {
  ...{ locale: 'en-GB', timezoneId: 'UTC', deviceScaleFactor: 1, viewport: { width: 1400, height: 800 } },
  reducedMotion: 'reduce',
};

/** What tests in a page find ready, so that none of them is reloaded under way. */
const inPage = {
  extends: true as const,
  plugins: [react()],
  optimizeDeps: {
    include: [
      ...['react', 'react-dom', 'react-dom/client', 'vitest-browser-react', 'axe-core'],
      ...['idb', 'zustand', 'zustand/vanilla', 'zustand/react/shallow'].map(
        (name) => `@hookswitch/react-sip > ${name}`,
      ),
    ],
    // One module for each icon, made for browsers as it is.
    exclude: ['lucide-react'],
  },
};
const visualTests = 'packages/ui/visual/**/*.visual.test.tsx';
const lockedTests = '**/*.locked.browser.test.{ts,tsx}';

/** On all cores of a small machine, and files one after the other in the same process: they leave nothing behind. */
const together = { isolate: false, maxWorkers: 2 };

/** Tests against the servers of `interop/`. */
const amongServers = {
  exclude: ignored,
  environment: 'node',
  globalSetup: ['interop/support/page.setup.ts'],
  isolate: false,
  testTimeout: 90_000,
  hookTimeout: 90_000,
};

const projects: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'node',
      environment: 'node',
      include: [
        'packages/*/{src,cli}/**/*.test.ts',
        'scripts/**/*.test.ts',
        'apps/demo/server/**/*.test.ts',
        'docs/support/*.test.ts',
      ],
      exclude: [...ignored, browserTests],
      ...together,
    },
  },
  {
    extends: true,
    plugins: [react()],
    test: {
      name: 'dom',
      environment: 'jsdom',
      include: ['packages/{react-sip,ui}/src/**/*.test.tsx', 'apps/demo/src/**/*.test.tsx'],
      exclude: [...ignored, browserTests],
      setupFiles: ['scripts/vitest/dom.setup.ts'],
      testTimeout: patience,
      ...together,
    },
  },
  {
    // The oldest React we promise to work with; the tests of what only 19 has say so themselves.
    extends: true,
    plugins: [react()],
    resolve: {
      alias: ['react', 'react-dom', '@testing-library/react'].map((name) => ({
        find: new RegExp(`^${name}(?=/|$)`),
        replacement: fileURLToPath(new URL(`packages/react-sip/react-18/node_modules/${name}`, import.meta.url)),
      })),
    },
    test: {
      name: 'react18',
      environment: 'jsdom',
      include: ['packages/react-sip/src/**/*.test.tsx'],
      exclude: [...ignored, browserTests],
      setupFiles: ['scripts/vitest/dom.setup.ts'],
      testTimeout: patience,
      ...together,
      // Libraries take their React from where the alias says, too.
      server: { deps: { inline: [/zustand/] } },
    },
  },
  {
    ...inPage,
    test: {
      ...{ name: 'browser', include: [browserTests], exclude: [...ignored, lockedTests] },
      ...{ testTimeout: 30_000, browser },
    },
  },
  {
    // Chromium as people have it: no sound before they touch the page.
    ...inPage,
    test: {
      ...{ name: 'browser-locked', include: [lockedTests], exclude: ignored },
      ...{
        testTimeout: 30_000,
        browser: chromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']),
      },
    },
  },
  {
    // The pictures in packages/ui/visual: how the phone looks.
    ...inPage,
    test: {
      ...{ name: 'visual', include: [visualTests], exclude: ignored, setupFiles: ['packages/ui/visual/setup.tsx'] },
      testTimeout: 30_000,
      browser: {
        ...chromium(heardAndSeen, sameEverywhere),
        viewport: { width: 1280, height: 720 },
        expect: {
          toMatchScreenshot: {
            comparatorName: 'pixelmatch',
            // Of 100 000 pixels ten may differ, not counting the edges of letters; a small icon is more.
            comparatorOptions: { threshold: 0.1, allowedMismatchedPixelRatio: 0.0001 },
            resolveScreenshotPath: ({ arg, ext, root, testFileDirectory }) =>
              path.join(root, testFileDirectory, 'pictures', arg + ext),
          },
        },
      },
    },
  },
  {
    extends: true,
    test: {
      name: 'e2e',
      environment: 'node',
      include: ['{apps/demo,packages/ui}/e2e/**/*.e2e.test.ts'],
      exclude: ignored,
      globalSetup: ['apps/demo/e2e/support/page.setup.ts'],
      fileParallelism: false,
      isolate: false,
      testTimeout: 90_000,
      hookTimeout: 90_000,
    },
  },
  {
    // The code of the guides, as docs/support/extract.mjs wrote it.
    extends: true,
    plugins: [react()],
    test: {
      name: 'docs',
      environment: 'jsdom',
      include: ['docs/examples/**/*.test.{ts,tsx}'],
      exclude: ignored,
      testTimeout: patience,
    },
  },
  {
    extends: true,
    test: {
      ...{ name: 'examples', environment: 'node', include: ['examples/*.test.ts'], exclude: ignored },
      ...{ testTimeout: 240_000, maxConcurrency: 2 },
    },
  },
  {
    extends: true,
    test: {
      ...{ name: 'interop', include: ['interop/**/*.interop.test.ts'], ...amongServers },
      // They wait for seconds to pass more than they compute.
      maxWorkers: 3,
      sequence: { groupOrder: 1 },
    },
  },
  {
    // What is held to milliseconds: with nothing beside it.
    extends: true,
    test: {
      ...{ name: 'timed', include: ['interop/**/*.timed.test.ts'], ...amongServers },
      fileParallelism: false,
      sequence: { groupOrder: 2 },
    },
  },
];

// Storybook takes a second or two to load its own configuration; who runs other projects only need not wait for it.
const asked = process.argv.flatMap((arg, index) => {
  if (arg === '--project') return [process.argv[index + 1] ?? ''];
  return arg.startsWith('--project=') ? [arg.slice('--project='.length)] : [];
});
if (asked.length === 0 || asked.some((name) => name.startsWith('storybook') || /[*!]/.test(name))) {
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  projects.push({
    extends: true,
    plugins: [await storybookTest({ configDir: '.storybook' })],
    test: {
      ...{ name: 'storybook', testTimeout: 30_000, browser, isolate: false, maxWorkers: 2 },
      setupFiles: ['.storybook/other-looks.setup.ts'],
    },
  });
}

export default defineConfig({
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    projects,
    passWithNoTests: true,
    restoreMocks: true,
    unstubGlobals: true,
    unstubEnvs: true,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', '**/*.stories.tsx', '**/testing/**', '**/corpus/**'],
      reporter: ['text-summary', 'html'],
      thresholds: Object.fromEntries(coveredFolders.map((folder) => [folder, { branches: leastBranches }])),
    },
  },
});
