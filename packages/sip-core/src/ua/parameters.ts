import type { CredentialsProvider } from '../auth/authenticator.ts';
import { ConfigurationError } from '../base/errors.ts';
import type { SessionDescriptionHandlerFactory } from '../media/session-description-handler.ts';
import { Uri } from '../message/uri.ts';
import type { Platform } from '../platform.ts';
import type { ServerEntry } from '../transport/server-list.ts';
import type { Transport } from '../transport/transport.ts';

/** Reads one value; throws a sentence that says what would be right. */
export type ParameterReader<Value> = (value: unknown) => Value;

/** What went wrong with a value, before it is known which parameter it was given to. */
export class BadValue extends Error {}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new BadValue('it must be a string.');
  return value;
}

/** Text that goes into a header field, and so on one line. */
export function line(value: unknown): string {
  const given = text(value);
  if (/[\r\n\0]/.test(given)) throw new BadValue('it must be one line.');
  return given;
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new BadValue('it must be true or false.');
  return value;
}

/** A whole or broken number of seconds within bounds. */
export function seconds(least: number, most: number): ParameterReader<number> {
  return (value) => {
    if (typeof value !== 'number' || !(value >= least && value <= most)) {
      throw new BadValue(`it must be a number of seconds from ${least} to ${most}.`);
    }
    return value;
  };
}

export function whole(least: number, most: number): ParameterReader<number> {
  return (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      throw new BadValue(`it must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** One of several words. */
export function oneOf<Word extends string>(...words: readonly Word[]): ParameterReader<Word> {
  return (value) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw new BadValue(`it must be one of ${words.join(', ')}.`);
    return word;
  };
}

/** Our address: a SIP URI with a user, with or without its scheme. */
export function address(value: unknown): Uri {
  const uri = value instanceof Uri ? value : parseAddress(text(value));
  // What looks like a password is another scheme, such as mailto:, or a secret in the wrong place.
  if (uri?.user === undefined || uri.user === '' || uri.opaque !== undefined || uri.password !== undefined) {
    throw new BadValue('it must be a SIP address, such as "sip:alice@example.com".');
  }
  return uri.withoutHeaders();
}

function parseAddress(value: string): Uri | undefined {
  return Uri.parse(/^sips?:/i.test(value) ? value : `sip:${value}`);
}

/** A SIP URI without a user. */
export function registrar(value: unknown): Uri {
  const uri = value instanceof Uri ? value : parseAddress(text(value));
  if (uri === undefined || uri.opaque !== undefined || (uri.user ?? '') !== '') {
    throw new BadValue('it must be a SIP URI without a user, such as "sip:registrar.example.com".');
  }
  return uri.withoutHeaders();
}

/** One WebSocket URL or several, with or without weights. */
export function servers(value: unknown): readonly ServerEntry[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw new BadValue('name at least one server.');
  return list.map((entry) => {
    if (typeof entry === 'string') return { url: webSocketUrl(entry) };
    if (typeof entry !== 'object' || entry === null) throw new BadValue('each server must be a URL or an object.');
    const fields = new Map<string, unknown>(Object.entries(entry));
    const url = webSocketUrl(fields.get('url') ?? fields.get('wsUri') ?? fields.get('ws_uri'));
    const weight = fields.get('weight') ?? 0;
    if (typeof weight !== 'number' || !(weight >= 0)) throw new BadValue('a weight must be a number from 0 up.');
    return { url, weight };
  });
}

function webSocketUrl(value: unknown): string {
  const url = typeof value === 'string' ? value : '';
  // The host goes into a Route as well, and so has to be one that SIP knows (RFC 3261 section 25.1).
  const host = /^wss?:\/\/[^\s\0]+$/i.test(url) && URL.canParse(url) ? new URL(url).hostname : '';
  if (host === '' || Uri.parse(`sip:${host}`)?.host !== host) {
    throw new BadValue('each server must be a ws:// or wss:// URL.');
  }
  return url;
}

/** STUN URIs as ICE servers. */
export function stunServers(value: unknown): readonly RTCIceServer[] {
  const urls: readonly unknown[] = Array.isArray(value) ? value : [value];
  return urls.map((url) => {
    if (typeof url !== 'string' || !/^stuns?:\S+$/i.test(url)) {
      throw new BadValue('each STUN server must be a URI such as "stun:stun.example.com".');
    }
    return { urls: url };
  });
}

/** TURN servers as ICE servers. */
export function turnServers(value: unknown): readonly RTCIceServer[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((entry) => {
    if (typeof entry !== 'object' || entry === null) throw new BadValue('each TURN server must be an object.');
    const fields = new Map<string, unknown>(Object.entries(entry));
    const given = fields.get('urls');
    const urls: readonly unknown[] = Array.isArray(given) ? given : [given];
    if (urls.length === 0 || !urls.every((url) => typeof url === 'string' && /^turns?:\S+$/i.test(url))) {
      throw new BadValue('the urls of a TURN server must be URIs such as "turn:turn.example.com".');
    }
    const username = fields.get('username');
    const credential = fields.get('credential');
    return {
      urls: urls.map(String),
      ...(typeof username === 'string' ? { username } : {}),
      ...(typeof credential === 'string' ? { credential } : {}),
    };
  });
}

/** Several strings. */
export function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new BadValue('it must be an array of strings.');
  return value.map(text);
}

/** A UUID (RFC 9562). */
export function uuid(value: unknown): string {
  const candidate = text(value);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(candidate)) throw new BadValue('it must be a UUID.');
  return candidate;
}

/** Where sockets, media and the like come from. */
export function platform(value: unknown): Partial<Platform> {
  if (typeof value !== 'object' || value === null) throw new BadValue('it must be an object.');
  return value;
}

/** A transport of the application's own. */
export function transport(value: unknown): Transport {
  if (!isTransport(value)) throw new BadValue('it must have the methods of a Transport.');
  return value;
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'connect' in value && 'send' in value && 'events' in value;
}

/** A function that knows our credentials. */
export function credentialsProvider(value: unknown): CredentialsProvider {
  if (!isCredentialsProvider(value)) throw new BadValue('it must be a function.');
  return value;
}

function isCredentialsProvider(value: unknown): value is CredentialsProvider {
  return typeof value === 'function';
}

/** A function that makes the media of a session. */
export function handlerFactory(value: unknown): SessionDescriptionHandlerFactory {
  if (!isHandlerFactory(value)) throw new BadValue('it must be a function.');
  return value;
}

function isHandlerFactory(value: unknown): value is SessionDescriptionHandlerFactory {
  return typeof value === 'function';
}

/** Runs a reader and names the parameter when it refuses. */
export function readParameter<Value>(
  name: string,
  value: unknown,
  secret: boolean,
  read: ParameterReader<Value>,
): Value {
  try {
    return read(value);
  } catch (error) {
    if (error instanceof BadValue) throw new ConfigurationError(name, secret ? '***' : value, error.message);
    throw error;
  }
}
