import process from 'node:process';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['hookswitch-source', ...defaultClientConditions] },
  // A file that is saved must not reload a page in the middle of an end-to-end test.
  ...(process.env['VITEST'] === undefined ? {} : { server: { watch: null } }),
});
