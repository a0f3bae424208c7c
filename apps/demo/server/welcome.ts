import { standardExtensions } from '@hookswitch/sip-core/testing';
import type { RunningServer } from './start-server.ts';

/** What is printed once the server runs. */
export function welcome(server: RunningServer): string {
  const { network } = server;
  const accounts = network.accounts.map(({ user, password }) => `    ${user.padEnd(6)} password ${password}`);
  const extensions = standardExtensions.map(
    ({ extension, description }) => `    ${extension.padEnd(6)} ${description}`,
  );
  return [
    '',
    `  Hookswitch is ready: ${server.url}`,
    '',
    `  SIP over WebSocket at ${server.sipUrl}, domain ${network.domain}`,
    '',
    '  Accounts (open two tabs to call from one to the other)',
    ...accounts,
    '',
    '  Extensions',
    ...extensions,
    '',
    `  No TCP port is open but ${String(server.port)}. Calls to extensions with sound use UDP while they last.`,
    '  Stop with Ctrl+C.',
    '',
  ].join('\n');
}
