import { InvalidValueError } from '../base/errors.ts';
import { Uri } from '../message/uri.ts';

/** What people put into telephone numbers for the eye (RFC 3966 section 5.1.1). */
const SEPARATORS = ' -.()\u00a0';

/**
 * Turns what a person types, or a link holds, into an address: a whole URI, `user@host`, a name at our own domain, a
 * telephone number with or without separators, `*72#`, `tel:+1-201-555-0123`.
 *
 * @param domain - an address of our own domain
 * @throws InvalidValueError when it cannot be one
 */
export function readTarget(target: string | Uri, domain: Uri): Uri {
  if (target instanceof Uri) return target;
  const text = target.trim();
  if (text === '') throw new InvalidValueError('target', 'is empty');
  const scheme = /^[a-z][a-z0-9+.-]{0,15}:/i.exec(text)?.[0].toLowerCase();
  if (scheme === 'sip:' || scheme === 'sips:') return parsed(text, text);
  if (scheme === 'tel:') return telephone(text.slice(4), domain);
  if (text.includes('@')) return parsed(`${domain.scheme}:${text}`, text);
  const user = isNumber(text) ? stripSeparators(text) : text;
  return Uri.from({ scheme: domain.scheme, user, host: domain.host, port: domain.port });
}

/** A telephone number at our own domain (RFC 3261 section 19.1.6). */
function telephone(text: string, domain: Uri): Uri {
  const number = stripSeparators(text.split(';', 1)[0] ?? '');
  if (number === '' || !isNumber(number)) throw new InvalidValueError('target', `"tel:${text}" is no telephone number`);
  return Uri.from({
    scheme: domain.scheme,
    user: number,
    host: domain.host,
    port: domain.port,
    params: { user: 'phone' },
  });
}

function parsed(uri: string, text: string): Uri {
  const result = Uri.parse(uri);
  if (result === undefined) throw new InvalidValueError('target', `${JSON.stringify(text)} is no SIP address`);
  return result;
}

function isNumber(text: string): boolean {
  const bare = stripSeparators(text);
  return bare !== '' && Array.from(bare).every((symbol) => '0123456789*#+'.includes(symbol));
}

function stripSeparators(text: string): string {
  return Array.from(text)
    .filter((symbol) => !SEPARATORS.includes(symbol))
    .join('');
}
