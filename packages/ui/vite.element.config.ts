import { defaultClientConditions, defineConfig } from 'vite';

/** `<hook-switch>` as one script for pages without a bundler: React, the phone and its styles, all in it. */
export default defineConfig({
  // Also when NODE_ENV says something else, as it does in tests.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: { conditions: ['hookswitch-source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    minify: true,
    sourcemap: false,
    emptyOutDir: false,
    // A script in a page has no server side to be told apart from.
    rolldownOptions: {
      onLog: (level, log, write) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') write(level, log);
      },
    },
    lib: {
      entry: 'src/element/define-hook-switch.ts',
      formats: ['iife'],
      name: 'HookSwitch',
      fileName: () => 'hook-switch.js',
    },
  },
});
