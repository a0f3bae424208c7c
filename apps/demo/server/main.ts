/** What `npm start` runs: the demo and its SIP server, on one port. */
import process from 'node:process';
import { readCommandLine, usage, UsageError } from './command-line.ts';
import { PortTakenError } from './port-taken-error.ts';
import { startServer } from './start-server.ts';
import { welcome } from './welcome.ts';

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2), process.env);
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const server = await startServer(options);
  process.stdout.write(`${welcome(server)}\n`);
  let stopping = false;
  const stop = (): void => {
    // Asked twice: somebody is in a hurry.
    if (stopping) process.exit(1);
    stopping = true;
    void server.close().finally(() => process.exit(0));
  };
  // One call whose media broke must not end the calls of everybody else.
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`  ${explain(reason)}\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`\n  ${explain(error)}\n\n`);
  process.exit(1);
});

/** What was foreseen is told in a sentence; anything else with all there is to find out. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${usage}`;
  if (error instanceof PortTakenError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
