import { explainRequest } from '../advice.ts';
import type { Phone } from '../phone.ts';
import type { Terminal } from '../terminal.ts';
import { report } from './report.ts';

/** Asks the server, or an address, what it can do (RFC 3261 section 11). */
export async function ping(
  { ua, address, tried }: Phone,
  terminal: Terminal,
  target: string | undefined,
): Promise<boolean> {
  const began = performance.now();
  try {
    const response = await ua.options(target ?? `sip:${address.host}`);
    const took = performance.now() - began;
    terminal.line(`Answered ${response.statusCode} ${response.reasonPhrase} in ${took.toFixed(0)} ms.`, 'good');
    const facts: readonly (readonly [name: string, value: string | undefined])[] = [
      ['software', response.header('Server') ?? response.header('User-Agent')],
      ['methods', response.allow.join(', ')],
      ['extensions', response.supported.join(', ')],
      ['bodies', response.header('Accept')],
    ];
    for (const [name, value] of facts) {
      if (value !== undefined && value !== '') terminal.line(`  ${name.padEnd(11)}${value}`);
    }
    return true;
  } catch (error) {
    report(terminal, explainRequest(error, tried('OPTIONS')));
    return false;
  }
}
