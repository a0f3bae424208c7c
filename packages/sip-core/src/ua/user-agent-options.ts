import type { CredentialsProvider } from '../auth/authenticator.ts';
import { ConfigurationError } from '../base/errors.ts';
import type { SessionDescriptionHandlerFactory } from '../media/session-description-handler.ts';
import type { WebRtcMediaOptions } from '../media/webrtc/webrtc-media.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Uri } from '../message/uri.ts';
import type { Platform } from '../platform.ts';
import type { SessionTimerOptions } from '../session/session-timer-options.ts';
import type { ServerEntry } from '../transport/server-list.ts';
import type { Transport } from '../transport/transport.ts';
import { WebSocketTransport, type WebSocketTransportOptions } from '../transport/web-socket-transport.ts';
import { NoServer } from './no-server.ts';
import type { UserAgentDelegate } from './user-agent-delegate.ts';

/** How a user agent is set up. */
export interface UserAgentOptions {
  /** Our address; default an anonymous one. */
  readonly uri?: Uri | undefined;
  readonly displayName?: string | undefined;
  /** User name for digest authentication; default the user part of `uri`. */
  readonly authorizationUsername?: string | undefined;
  readonly authorizationPassword?: string | undefined;
  readonly authorizationHa1?: string | undefined;
  /** Credentials for each realm; instead of the three above. */
  readonly credentials?: CredentialsProvider | undefined;
  /** Realms that get our credentials; default those of the servers that challenge us first. */
  readonly realms?: readonly string[] | undefined;
  /** The server or servers, and how they are kept in touch with. */
  readonly transportOptions?: (Partial<WebSocketTransportOptions> & { readonly server?: string }) | undefined;
  /** A transport of the application's own, instead of a WebSocket. */
  readonly transport?: Transport | undefined;
  readonly platform?: Partial<Platform> | undefined;
  readonly delegate?: UserAgentDelegate | undefined;
  readonly contactName?: string | undefined;
  readonly viaHost?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly hackViaTcp?: boolean | undefined;
  readonly hackIpInContact?: boolean | undefined;
  /** Routes for requests outside a dialog, such as `<sip:proxy.example.com;lr>`. */
  readonly preloadedRouteSet?: readonly string[] | undefined;
  readonly userAgentString?: string | undefined;
  /** Log every message at level `info`, with its secrets masked; default false. */
  readonly traceSip?: boolean | undefined;
  /** Seconds an incoming call rings; default 60, 0 for ever. */
  readonly noAnswerTimeout?: number | undefined;
  /** Session timers (RFC 4028); by default asked for, 1800 s long. */
  readonly sessionTimers?: SessionTimerOptions | undefined;
  /** How many calls may ring at once; default 10. */
  readonly maxRingingCalls?: number | undefined;
  /** Follow transfers without asking; default false. */
  readonly autoFollowRefer?: boolean | undefined;
  /**
   * Answer a call by itself that takes the place of one that stands (RFC 3891), as the end of an attended transfer;
   * default true. The `invite` event comes first, so that the application can answer or refuse it as it likes. With
   * false it rings as any other call, and the old one ends when it is answered.
   */
  readonly acceptReplaces?: boolean | undefined;
  /**
   * Answer calls by itself that ask for it, as an intercom does (`answer-after` of Call-Info, RFC 5373); default false.
   * Whoever can call this phone can then listen to the room it stands in.
   */
  readonly autoAnswer?: boolean | undefined;
  /**
   * Servers whose word on who calls counts (P-Asserted-Identity, RFC 3325): their host names, or true for whichever we
   * are connected to. Default none: anybody may write such a header field.
   */
  readonly trustedServers?: readonly string[] | boolean | undefined;
  /**
   * Trickle ICE (RFC 8840): `auto` offers it and uses it with whoever offers it too, `off` gathers candidates before
   * each description. Media of your own take part when their factory says `trickleIce`. Default `auto`.
   */
  readonly trickleIce?: 'auto' | 'off' | undefined;
  readonly sessionDescriptionHandlerFactory?: SessionDescriptionHandlerFactory | undefined;
  /** Options of the default media. */
  readonly sessionDescriptionHandlerFactoryOptions?: WebRtcMediaOptions | undefined;
}

/** The transport that the options name: one of the application's own, a WebSocket, or none that can connect. */
export function makeTransport(platform: Platform, options: UserAgentOptions, mayFailBack: () => boolean): Transport {
  if (options.transport !== undefined) return options.transport;
  const { server, servers, ...rest } = options.transportOptions ?? {};
  const list: readonly (string | ServerEntry)[] = servers ?? (server === undefined ? [] : [server]);
  if (list.length === 0) return new NoServer();
  // With an only server there is nothing to go back to.
  const choice = list.length > 1 ? { mayFailBack } : {};
  return new WebSocketTransport({ ...rest, ...choice, servers: list, platform });
}

/** The credentials that the options name. The secret lives in this closure and nowhere else. */
export function credentialsOf(options: UserAgentOptions, uri: Uri): CredentialsProvider {
  const username = options.authorizationUsername ?? uri.user ?? '';
  const { authorizationHa1: ha1, authorizationPassword: password } = options;
  if (ha1 !== undefined) return () => ({ username, ha1 });
  return () => (password === undefined ? undefined : { username, password });
}

/** Reads one preloaded route. */
export function readRoute(route: string): NameAddr {
  const parsed = NameAddr.parse(route);
  if (parsed === undefined) throw new ConfigurationError('preloadedRouteSet', route, 'each route must be an address.');
  return parsed;
}

/** An address of 192.0.2.0/24, which is nobody's (RFC 5737). */
export function documentationAddress(octets: Uint8Array): string {
  return `192.0.2.${((octets[0] ?? 0) % 254) + 1}`;
}
