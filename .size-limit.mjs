/**
 * What each package may weigh in a page, minified and compressed with gzip. Bundled from the sources, so that nothing need
 * be built: `npm run size`, and a step of `npm test`.
 */
import path from 'node:path';

/** Of this the published files have the half that is used (`scripts/join-modules.mjs`), and so has what is weighed here. */
const alias = { 'sdp-transform': path.resolve('packages/sip-core/node_modules/sdp-transform/lib/parser.js') };

/** @param {import('esbuild').BuildOptions} options */
const fromSource = (options) => ({ ...options, alias, conditions: ['hookswitch-source'] });

const sipCore = 'packages/sip-core/src/index.ts';
const reactSip = 'packages/react-sip/src/index.ts';
const underReactSip = ['react', 'zustand', 'idb', '@hookswitch/sip-core'];
const ui = 'packages/ui/src/index.ts';
const underUi = ['react', 'react-dom', 'zustand', '@hookswitch/sip-core', '@hookswitch/react-sip'];

/**
 * What is fetched later is no part of it.
 *
 * @type {import('esbuild').Plugin}
 */
const lazyParts = {
  name: 'lazy-parts',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** @param {import('esbuild').BuildOptions} options */
const atOnce = (options) => ({ ...fromSource(options), plugins: [lazyParts, ...(options.plugins ?? [])] });

/**
 * `whole` counts what is fetched later, too; the others of the components do not.
 *
 * @type {readonly { name: string, path: string, import?: string, ignore?: string[], whole?: boolean, limit: string }[]}
 */
export const budgets = [
  { name: 'sip-core, everything', path: sipCore, limit: '113.9 kB' },
  {
    name: 'sip-core, register, call and hang up',
    path: sipCore,
    import: '{ UserAgent, Registerer, Inviter }',
    limit: '82.3 kB',
  },
  { name: 'sip-core, parse messages', path: sipCore, import: '{ parseMessage }', limit: '10.3 kB' },
  {
    name: 'react-sip, what a phone takes',
    path: reactSip,
    import: '{ SipProvider, useCall, useIncomingSession, useSession, useRegistration, useConnection }',
    ignore: underReactSip,
    limit: '4 kB',
  },
  { name: 'ui, Softphone at once', path: ui, import: '{ Softphone }', limit: '25 kB' },
  { name: 'ui, ActiveCall at once', path: ui, import: '{ ActiveCall }', limit: '12 kB' },
  { name: 'ui, Dialpad', path: ui, import: '{ Dialpad }', limit: '6.5 kB' },
  { name: 'ui, IncomingCall at once', path: ui, import: '{ IncomingCall }', limit: '7 kB' },
  { name: 'ui, TransferPanel at once', path: ui, import: '{ TransferPanel }', limit: '6 kB' },
  { name: 'ui, everything', path: ui, import: '*', whole: true, limit: '77 kB' },
  { name: 'ui, phone.css', path: 'packages/ui/src/phone.css', limit: '6 kB' },
  { name: 'ui, styles.css', path: 'packages/ui/src/styles.css', limit: '14.2 kB' },
].map((budget) => ({ whole: budget.path !== ui, ...(budget.path === ui && { ignore: underUi }), ...budget }));

export default budgets.map(({ whole, ...check }) => ({
  ...check,
  gzip: true,
  modifyEsbuildConfig: whole ? fromSource : atOnce,
}));
