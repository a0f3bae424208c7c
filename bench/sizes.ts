import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const bench = new URL('.', import.meta.url).pathname;

/** What is bundled: everything a library has, and as much of it as registers, calls and hangs up. */
const entries = {
  'Hookswitch, all': "export * from '@hookswitch/sip-core'",
  'Hookswitch, least': "export { UserAgent, Registerer, Inviter } from '@hookswitch/sip-core'",
  'SIP.js, all': "export * from 'sip.js'",
  'SIP.js, least': "export { UserAgent, Registerer, Inviter } from 'sip.js'",
  'JsSIP, all': "import JsSIP from 'jssip'; export default JsSIP",
  'JsSIP, least': "import JsSIP from 'jssip'; export const { UA } = JsSIP",
} as const;

/** Octets of each, minified and compressed with gzip. */
export async function sizes(): Promise<ReadonlyMap<string, number>> {
  const all = new Map<string, number>();
  for (const [name, contents] of Object.entries(entries)) {
    const result = await build({
      stdin: { contents, resolveDir: bench },
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      write: false,
      logLevel: 'error',
    });
    all.set(name, gzipSync(result.outputFiles[0]?.contents ?? '', { level: 9 }).length);
  }
  return all;
}
