import { defineConfig } from 'vite';

const languages = ['de', 'fr', 'es', 'pt', 'ja', 'ar'].map((tag): [string, string] => [
  `labels/${tag}`,
  `src/labels/${tag}.ts`,
]);

export default defineConfig({
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    // One output file per source file, so that what an application does not import is not shipped.
    lib: {
      entry: {
        index: 'src/index.ts',
        styles: 'src/styles.css',
        phone: 'src/phone.css',
        sections: 'src/sections.css',
        'element/define-hook-switch': 'src/element/define-hook-switch.ts',
        ...Object.fromEntries(languages),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      // Each file keeps its 'use client', since each stays a file.
      onLog: (level, log, write) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') write(level, log);
      },
      external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id) && !id.startsWith('\0'),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
});
