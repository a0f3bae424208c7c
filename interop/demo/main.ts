/** What `npm run demo:kamailio` runs: the demo, with Kamailio and rtpengine behind it. */
import process from 'node:process';
import { serveDemo } from './serve-demo.ts';

const port = Number(process.env['PORT'] ?? 8060);
const demo = await serveDemo(port).catch((error: unknown) => {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(taken ? `Port ${port} is taken: name another one, as in PORT=8061.\n` : `${String(error)}\n`);
  process.exit(1);
});
const { ports, options } = demo.lab.kamailio;

process.stdout.write(
  [
    '',
    `  Hookswitch with Kamailio is ready: ${demo.url}`,
    '',
    `  SIP: UDP and TCP ${ports.sip}, ws ${ports.ws}, wss ${ports.wss}, all on 127.0.0.1; domain ${options.domain}`,
    '',
    '  Accounts (open two tabs to call from one to the other)',
    ...Object.entries(options.accounts).map(([user, password]) => `    ${user.padEnd(6)} password ${password}`),
    '',
    '  Extensions',
    ...demo.extensions.map(([extension, description]) => `    ${extension.padEnd(6)} ${description}`),
    '',
    '  Stop with Ctrl+C.',
    '',
    '',
  ].join('\n'),
);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Asked twice: somebody is in a hurry.
    if (stopping) process.exit(1);
    stopping = true;
    void demo.close().finally(() => process.exit(0));
  });
}
