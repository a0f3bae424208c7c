import { setTimeout as wait } from 'node:timers/promises';
import type { Phone } from '../phone.ts';
import type { Terminal } from '../terminal.ts';
import { registered } from './register.ts';

/** Registers and shows what comes in; calls ring and are not answered. */
export async function listen(phone: Phone, terminal: Terminal, seconds: number): Promise<boolean> {
  const { ua } = phone;
  ua.on('invite', (session) => {
    const { displayName, uri } = session.remoteIdentity;
    terminal.line(
      `A call from ${displayName === undefined ? '' : `${displayName} `}${uri.toString()}; it rings.`,
      'good',
    );
  });
  ua.on('message', (message) => {
    message.accept();
    terminal.line(`A text: ${message.body.slice(0, 200)}`, 'good');
  });
  if (!(await registered(phone, terminal))) return false;
  terminal.line(`Listening for ${seconds} s; Ctrl+C ends it.`, 'faint');
  await wait(seconds * 1000);
  await ua.unregister().catch(() => undefined);
  return true;
}
