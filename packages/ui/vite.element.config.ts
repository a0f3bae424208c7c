import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { thirdPartiesOf, writeNotice } from '../../scripts/lib/third-party.mjs';

/** The licences of what is in the script, beside it. */
const notice: Plugin = {
  name: 'third-party-notice',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []));
    const source = writeNotice('hook-switch.js', thirdPartiesOf(modules));
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.md', source });
  },
};

/** `<hook-switch>` as one script for pages without a bundler: React, the phone and its styles, all in it. */
export default defineConfig({
  plugins: [notice],
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
