import { ResponseError } from '@hookswitch/sip-core';
import { explainRequest } from '../advice.ts';
import type { Phone } from '../phone.ts';
import type { Terminal } from '../terminal.ts';
import { report } from './report.ts';

/** Registers, says what was granted, and whether the server can reach us. */
export async function register(phone: Phone, terminal: Terminal): Promise<boolean> {
  if (!(await registered(phone, terminal))) return false;
  const reachable = await reach(phone, terminal);
  await phone.ua.unregister().catch(() => undefined);
  return reachable;
}

/** Registers and says how that went. */
export async function registered({ ua, tried }: Phone, terminal: Terminal): Promise<boolean> {
  try {
    const response = await ua.register();
    const { expiresAt } = ua.registerer.getSnapshot();
    const seconds = expiresAt === null ? '?' : String(Math.round((expiresAt - Date.now()) / 1000));
    const count = response.contacts.length;
    terminal.line(
      `Registered for ${seconds} s; the server knows ${count} ${count === 1 ? 'phone' : 'phones'} of this account.`,
      'good',
    );
    return true;
  } catch (error) {
    report(terminal, explainRequest(error, tried('REGISTER')));
    return false;
  }
}

/** Asks for ourselves: the request has to come back over our own connection. */
async function reach({ ua, address, tried, received }: Phone, terminal: Terminal): Promise<boolean> {
  const before = received('OPTIONS');
  try {
    await ua.options(address);
  } catch (error) {
    if (received('OPTIONS') > before) return came(terminal);
    const refused = error instanceof ResponseError && [404, 405, 501].includes(error.statusCode);
    if (refused) {
      terminal.line('Whether calls reach us cannot be told: the server answers OPTIONS to us by itself.', 'faint');
      return true;
    }
    if (error instanceof ResponseError && error.statusCode === 403) {
      report(terminal, {
        what: `The server registered us, but sends nothing on to ${address.toString()}: it answered 403 ${error.response.reasonPhrase}.`,
        next: `Calls will not ring. Is "${address.host}" a domain of this server, and may the account call itself?`,
      });
      return false;
    }
    report(terminal, {
      what: 'The server knows us, but what it sends to our address does not arrive.',
      next:
        'Calls will not ring. A Contact behind a WebSocket can be reached over that WebSocket only: on Kamailio fix_nated_register or ' +
        `add_contact_alias, on Asterisk rewrite_contact=yes. (${explainRequest(error, tried('OPTIONS')).what})`,
    });
    return false;
  }
  if (received('OPTIONS') > before) return came(terminal);
  terminal.line('Whether calls reach us cannot be told: the server answers OPTIONS to us by itself.', 'faint');
  return true;
}

function came(terminal: Terminal): true {
  terminal.line('What is sent to this account arrives here: calls will ring.', 'good');
  return true;
}
