import { parseArgs } from 'node:util';
import type { PageKind } from './page.ts';

/** What the command line and the environment ask for. */
export interface CommandLine {
  readonly port: number;
  /** Whether the port was named, so that no other will do. */
  readonly strictPort: boolean;
  readonly host: string;
  readonly page: PageKind;
}

/** Printed for `--help`, and when the command line makes no sense. */
export const usage = `Usage: npm start -- [--port 8060] [--host 127.0.0.1] [--prod]

  --port  the port to listen on; PORT in the environment does the same
  --host  the address to listen on; 0.0.0.0 lets other machines in
  --prod  serve the page as it was built, instead of through Vite
`;

/** The command line makes no sense; the message is for a person. */
export class UsageError extends Error {}

/**
 * Reads the command line.
 *
 * @returns `help` when that was asked for
 * @throws UsageError for an unknown option or an impossible port
 */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CommandLine | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const named = values.port ?? (env['PORT'] === '' ? undefined : env['PORT']);
  const port = Number(named ?? 8060);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || named?.trim() === '') {
    throw new UsageError(`"${String(named)}" is no port: give a number from 0 to 65535.`);
  }
  return { port, strictPort: named !== undefined, host: values.host, page: values.prod ? 'built' : 'vite' };
}

function parse(args: readonly string[]): { port?: string | undefined; host: string; prod: boolean; help: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        prod: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
