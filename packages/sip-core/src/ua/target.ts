import { InvalidValueError } from '../base/errors.ts';
import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';

/** What people put into telephone numbers for the eye (RFC 3966 section 5.1.1). */
const SEPARATORS = ' -.()\u00a0';
/** Links that lead somewhere else than to a telephone. */
const ELSEWHERE = /^(?:https?|wss?|ftp|file|data|blob|javascript|about|mailto|xmpp|im|pres|news|urn|sms|skype):/i;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$|:)|(?=$|:))){4}(?::\d{1,5})?$/;

/**
 * Turns what a person types, pastes or clicks into an address: a whole URI, `user@host`, `"Bob" <sip:bob@host>`, a name
 * at our own domain, a telephone number with or without separators, `*72#`, `tel:+1-201-555-0123`.
 *
 * @param domain - an address of our own domain
 * @throws InvalidValueError when it cannot be one
 */
export function readTarget(target: string | Uri, domain: Uri): Uri {
  if (target instanceof Uri) return target;
  const text = target.trim();
  if (text === '') throw new InvalidValueError('target', 'is empty');
  if (ELSEWHERE.test(text) || Array.from(text).some(isControl)) throw noAddress(text);
  if (text.endsWith('>')) return readTarget(NameAddr.parse(text)?.uri ?? '', domain);
  if (/^sips?:/i.test(text)) return parsed(text, text);
  if (/^(?:tel|callto):/i.test(text)) return telephone(text.slice(text.indexOf(':') + 1), domain);
  if (text.includes('@')) return userAtHost(text, domain);
  if (text.startsWith('[') || IPV4.test(text)) return parsed(`${domain.scheme}:${text}`, text);
  return atHome(domain, isNumber(text) ? stripSeparators(text) : text);
}

/** Without a scheme, what comes before the last `@` is a name as a person writes it, escaped where need be. */
function userAtHost(text: string, domain: Uri): Uri {
  const uri = Uri.parse(`${domain.scheme}:${text}`);
  // Our parser forgives a bare # in a user part; not every server does.
  if (uri !== undefined) return text.includes('#') ? uri.with({ user: uri.user }) : uri;
  const at = text.lastIndexOf('@');
  const host = Uri.parse(`${domain.scheme}:${text.slice(at + 1)}`);
  if (host === undefined || at === 0) throw noAddress(text);
  return host.with({ user: text.slice(0, at) });
}

/** A telephone number at our own domain (RFC 3261 section 19.1.6, RFC 3966): its parameters are part of the user. */
function telephone(text: string, domain: Uri): Uri {
  const [written = '', ...params] = text.split(';');
  const number = stripSeparators(written);
  const fine = params.every((param) => /^[a-z0-9-]+(?:=[a-z0-9.+*#()_~!$&'-]+)?$/i.test(param));
  if (!isNumber(number) || !/\d/.test(number) || !fine) throw noAddress(`tel:${text}`);
  return atHome(domain, [number, ...params].join(';')).with({ params: { user: 'phone' } });
}

function atHome(domain: Uri, user: string): Uri {
  return Uri.from({ scheme: domain.scheme, user, host: domain.host, port: domain.port });
}

function parsed(uri: string, text: string): Uri {
  const result = Uri.parse(uri);
  if (result === undefined) throw noAddress(text);
  return result;
}

function noAddress(text: string): InvalidValueError {
  return new InvalidValueError('target', `${JSON.stringify(text.slice(0, 80))} is no SIP address or telephone number`);
}

function isControl(symbol: string): boolean {
  return symbol < ' ' || symbol === '\x7f';
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
