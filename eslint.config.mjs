import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaries } from './scripts/lint/boundaries.mjs';

const through = 'Reach it through platform.ts, so that virtual time, Node and the in-memory network keep working.';
const platformGlobals = [
  ...['window', 'document', 'navigator', 'location', 'self', 'globalThis', 'global', 'process', 'Buffer'],
  ...['WebSocket', 'RTCPeerConnection', 'MediaStream', 'AudioContext', 'fetch', 'performance'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'requestAnimationFrame'],
  ...['crypto', 'localStorage', 'sessionStorage', 'indexedDB', 'console'],
];

export default defineConfig(
  // Examples are projects of their own, with dependencies that are not installed here.
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/coverage/',
      '.tools/',
      'storybook-static/',
      'examples/{vite-react,vite-react-18,next,plain-html,node}/',
      'packages/sip-core/bin/',
      'docs/examples/',
      'docs/api/',
      'docs/.vitepress/{.temp,cache,dist}/',
      'bench/.temporary/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mts,mjs}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { hookswitch: boundaries },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'hookswitch/direction': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a template says what it is; only objects and undefined there are mistakes.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => stop()` handed to an event is clear, and braces around it add nothing.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The house writes `while (true)` for loops that end by return.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Overloads are often clearer than a union in a protocol's API.
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  {
    // A cast in JSDoc is no node of the tree, so the linter cannot see it; tsc, which can, checks these files too.
    files: ['**/*.mjs'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  {
    files: ['packages/*/src/**/*.{ts,tsx}'],
    ignores: ['**/*.stories.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export; the file is named after it.' },
      ],
    },
  },
  {
    files: ['packages/sip-core/src/**/*.ts'],
    ignores: ['packages/sip-core/src/{platform,page-*}.ts', 'packages/sip-core/src/testing/**', '**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...platformGlobals.map((name) => ({ name, message: through }))],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: through },
        { object: 'Math', property: 'random', message: through },
      ],
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: through }] }],
    },
  },
  {
    files: ['packages/{react-sip,ui}/src/**/*.{ts,tsx}', 'apps/demo/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // React's own idioms: promises from click handlers are fine, they report their own errors.
    files: ['**/*.tsx'],
    rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }] },
  },
  {
    // The examples of the reference documents stand there word for word, in the style of their time.
    files: ['packages/sip-core/src/ua/documents.test.ts'],
    rules: {
      'no-var': 'off',
      'prefer-const': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/*.stories.tsx', '**/testing/**/*.ts'],
    rules: {
      // A test knows what it put in; `!` fails the test as loudly as an expectation would.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Fakes have empty methods and async methods that await nothing, to satisfy an interface.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
      // expect(fake.method).toHaveBeenCalled() never calls it without its object.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
