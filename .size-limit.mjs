/**
 * What each package may weigh in a page, minified and compressed with gzip. Bundled from the sources, so that nothing need
 * be built: `npm run size`, and a step of `npm test`.
 */

/** @param {object} options - those of esbuild */
const fromSource = (options) => ({ ...options, conditions: ['hookswitch-source'] });

const sipCore = 'packages/sip-core/src/index.ts';
const reactSip = 'packages/react-sip/src/index.ts';
const underReactSip = ['react', 'zustand', 'idb', '@hookswitch/sip-core'];

export default [
  { name: 'sip-core, everything', path: sipCore, limit: '116 kB' },
  {
    name: 'sip-core, register, call and hang up',
    path: sipCore,
    import: '{ UserAgent, Registerer, Inviter }',
    limit: '85 kB',
  },
  { name: 'sip-core, parse messages', path: sipCore, import: '{ parseMessage }', limit: '10.5 kB' },
  {
    name: 'react-sip, what a phone takes',
    path: reactSip,
    import: '{ SipProvider, useCall, useIncomingSession, useSession, useRegistration, useConnection }',
    ignore: underReactSip,
    limit: '4.5 kB',
  },
].map((check) => ({ ...check, gzip: true, modifyEsbuildConfig: fromSource }));
