import { ConfigurationError } from '@hookswitch/sip-core';
import { readCommandLine, usage, UsageError, type CommandLine } from './command-line.ts';
import { call } from './commands/call.ts';
import { listen } from './commands/listen.ts';
import { ping } from './commands/ping.ts';
import { register } from './commands/register.ts';
import { report } from './commands/report.ts';
import { explainConnection } from './connection-advice.ts';
import { openPhone, type Phone } from './phone.ts';
import { probe } from './probe.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: 0 all went well, 1 something did not, 2 the command line makes no sense. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line. Resolves when all is closed. */
export async function run(
  args: readonly string[],
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ExitCode> {
  let line: CommandLine | 'help';
  try {
    line = readCommandLine(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.line(error.message, 'bad');
    terminal.line('--help lists the commands.');
    return 2;
  }
  if (line === 'help') {
    for (const text of usage.trimEnd().split('\n')) terminal.line(text);
    return 0;
  }
  if (!(await reachable(line, terminal))) return 1;
  const password = env['SIP_PASSWORD'] ?? (await terminal.askSecret(`Password of ${line.account.uri}: `));
  const phone = open(line, terminal, password === '' ? undefined : password);
  if (phone === undefined) return 2;
  try {
    return (await perform(line, phone, terminal)) ? 0 : 1;
  } finally {
    await phone.close();
  }
}

function open(line: CommandLine, terminal: Terminal, password: string | undefined): Phone | undefined {
  try {
    return openPhone(line, { password, terminal });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    terminal.line(error.message, 'bad');
    return undefined;
  }
}

async function reachable({ account }: CommandLine, terminal: Terminal): Promise<boolean> {
  const result = await probe(account);
  for (const { name, found, milliseconds } of result.steps) {
    terminal.line(`${name.padEnd(12)}${found} (${milliseconds.toFixed(0)} ms)`, 'faint');
  }
  if (result.ok) return true;
  terminal.line(`${result.failed} failed`, 'bad');
  report(terminal, result.advice);
  return false;
}

async function perform(line: CommandLine, phone: Phone, terminal: Terminal): Promise<boolean> {
  const { command, target, seconds, account } = line;
  try {
    await phone.ua.start();
  } catch (error) {
    const { hostname: host, port, protocol } = new URL(account.server);
    report(terminal, explainConnection(error, { host, port: Number(port), secure: protocol === 'wss:' }));
    return false;
  }
  switch (command) {
    case 'register':
      return register(phone, terminal);
    case 'ping':
      return ping(phone, terminal, target);
    case 'call':
      return call(phone, terminal, { target: target ?? '', seconds, server: account.server });
    case 'listen':
      return listen(phone, terminal, seconds);
  }
}
