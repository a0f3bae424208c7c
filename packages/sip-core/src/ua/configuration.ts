import type { Credentials, CredentialsProvider } from '../auth/authenticator.ts';
import { ConfigurationError } from '../base/errors.ts';
import type { SessionDescriptionHandlerFactory } from '../media/session-description-handler.ts';
import type { Uri } from '../message/uri.ts';
import type { Platform } from '../platform.ts';
import type { SessionTimerOptions } from '../session/session-timer-options.ts';
import type { ServerEntry } from '../transport/server-list.ts';
import type { Transport } from '../transport/transport.ts';
import type { ContinuityParameters } from './continuity-parameters.ts';
import { readers, type ReadParameters } from './parameter-readers.ts';
import { readParameter } from './parameters.ts';

/** What an application may give for each parameter, by its camelCase name. */
export interface Parameters extends ContinuityParameters {
  /** Our address, such as `sip:alice@example.com`. Default: an anonymous one. */
  uri: string | Uri;
  /** One WebSocket server or several; a higher weight is tried first. Without any, `start()` rejects. */
  wsServers: string | readonly (string | WeightedServer)[];
  /** Name shown to those we call; any text. */
  displayName: string;
  /** Password for digest authentication. Never shown, logged or stored. */
  password: string;
  /** User name for digest authentication; default the user part of `uri`. */
  authorizationUser: string;
  /** Hash of user name, realm and password, instead of the password (RFC 7616 section 3.4.2). */
  ha1: string;
  /** Credentials for each realm, when one password is not enough. */
  credentials: CredentialsProvider;
  /** Realms that get our credentials; default those of the servers that challenge us first. */
  realms: readonly string[];
  /** Register on the first `start()`; default true. */
  register: boolean;
  /** Seconds a registration is asked to last; default 600. */
  registerExpires: number;
  /** The registrar, without a user; default the domain of `uri`. */
  registrarServer: string | Uri | null;
  /** Seconds an incoming call rings before it is refused with 480; default 60, 0 rings for ever. */
  noAnswerTimeout: number;
  /** Log every SIP message, secrets masked; default false. */
  traceSip: boolean;
  /** STUN servers; default none, so that no third party learns of a call unless you say so. */
  stunServers: string | readonly string[];
  /** TURN servers; default none. */
  turnServers: TurnServer | readonly TurnServer[];
  /** Put a Route to the WebSocket server into every request outside a dialog; default false. */
  usePreloadedRoute: boolean;
  /** Seconds between two attempts to connect again at the least; default 2. */
  connectionRecoveryMinInterval: number;
  /** Seconds between two attempts to connect again at the most; default 30. While a call is up it is the minimum. */
  connectionRecoveryMaxInterval: number;
  /** Bring calls back after a lost connection or a failed media path, by a re-INVITE; default true. */
  sessionRecovery: boolean;
  /**
   * What keeps the connection alive and shows that it is dead: `crlf` (default) a double CRLF, which servers may leave
   * unanswered; `options` an OPTIONS request, which all answer; `none` nothing.
   */
  keepAliveMode: 'crlf' | 'options' | 'none';
  /** Seconds between two keep-alives at the most; default 30. A dead connection is noticed within two of them. */
  keepAliveInterval: number;
  /** Write TCP as transport into Via, for servers that do not know WS; default false. */
  hackViaTcp: boolean;
  /** Write an IP address (of the range for documentation) instead of a name into Via and Contact; default false. */
  hackIpInContact: boolean;
  /** Follow transfers that the far end asks for, without asking; default false. */
  autoFollowRefer: boolean;
  /**
   * Answer a call by itself that takes the place of one that stands (RFC 3891); default true. The `invite` event comes
   * first, so that the application can answer or refuse it as it likes.
   */
  acceptReplaces: boolean;
  /**
   * Answer calls by itself that ask for it, as an intercom does (`answer-after` of Call-Info, RFC 5373); default false.
   * Whoever can call this phone can then listen to the room it stands in.
   */
  autoAnswer: boolean;
  /**
   * Servers whose word on who calls counts (P-Asserted-Identity, RFC 3325): their host names, or true for whichever we
   * are connected to. Default none: anybody may write such a header field.
   */
  trustedServers: readonly string[] | boolean;
  /** Session timers (RFC 4028); default on, with 1800 s asked for and 90 s at least. */
  sessionTimers: SessionTimerOptions;
  /** How many calls may ring at once; further ones are refused with 486. Default 10. */
  maxRingingCalls: number;
  /** Milliseconds to wait for ICE candidates at the most; default 1000. */
  iceGatheringTimeout: number;
  /**
   * Trickle ICE (RFC 8840): `auto` (default) sends answers and later offers at once and their candidates after them,
   * with whoever can do so too; `off` gathers candidates first, always.
   */
  trickleIce: 'auto' | 'off';
  /** User part of our Contact; default random. */
  contactName: string;
  /** UUID of this device, kept by the application (RFC 5626 section 4.1); default new each time. */
  instanceId: string;
  /** Value of the User-Agent header field. */
  userAgentString: string;
  /** Where sockets, media, time and the like come from; default the browser's or Node's. */
  platform: Partial<Platform>;
  /** Makes the media of each session; default WebRTC. */
  sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory;
  /** A transport of the application's own, instead of a WebSocket to `wsServers`. */
  transport: Transport;
}

/** A server with a weight. */
export interface WeightedServer {
  readonly ws_uri?: string;
  readonly wsUri?: string;
  readonly url?: string;
  readonly weight?: number;
}

/** A TURN server as document 003 has it. */
export interface TurnServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Snake<Rest>}`
    : `_${Lowercase<First>}${Snake<Rest>}`
  : '';

/**
 * Configuration of a `UA`, in either spelling: `registerExpires` or `register_expires` (documents 000 and 003).
 *
 * @example
 * ```ts
 * const ua = new UA({ uri: 'alice@example.com', password: 'secret', wsServers: 'wss://sip.example.com' });
 * ```
 */
export type UAConfiguration = {
  readonly [Name in keyof Parameters]?: Parameters[Name] | undefined;
} & {
  readonly [Name in keyof Parameters as Snake<Name>]?: Parameters[Name] | undefined;
};

/** A configuration that was read and checked. The password is not in it: see `credentials`. */
export interface Configuration extends Readonly<ContinuityParameters> {
  readonly uri: Uri | undefined;
  readonly wsServers: readonly ServerEntry[];
  readonly displayName: string | undefined;
  readonly authorizationUser: string | undefined;
  readonly realms: readonly string[] | undefined;
  readonly register: boolean;
  readonly registerExpires: number;
  readonly registrarServer: Uri | undefined;
  readonly noAnswerTimeout: number;
  readonly traceSip: boolean;
  readonly iceServers: readonly RTCIceServer[];
  readonly usePreloadedRoute: boolean;
  readonly connectionRecoveryMinInterval: number;
  readonly connectionRecoveryMaxInterval: number;
  readonly sessionRecovery: boolean;
  readonly keepAliveMode: 'crlf' | 'options' | 'none';
  readonly keepAliveInterval: number;
  readonly hackViaTcp: boolean;
  readonly hackIpInContact: boolean;
  readonly autoFollowRefer: boolean;
  readonly acceptReplaces: boolean;
  readonly autoAnswer: boolean;
  readonly trustedServers: readonly string[] | boolean;
  readonly sessionTimers: SessionTimerOptions;
  readonly maxRingingCalls: number;
  readonly iceGatheringTimeout: number | undefined;
  readonly trickleIce: 'auto' | 'off';
  readonly contactName: string | undefined;
  readonly instanceId: string | undefined;
  readonly userAgentString: string | undefined;
}

/** What a configuration holds besides: things that act, and secrets. */
export interface ConfigurationParts {
  readonly configuration: Configuration;
  readonly credentials: CredentialsProvider;
  readonly platform: Partial<Platform>;
  readonly sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory | undefined;
  readonly transport: Transport | undefined;
  /** Keys that are no parameter. */
  readonly unknown: readonly string[];
}

/** Parameters whose value no message may repeat. */
const SECRETS: readonly string[] = ['password', 'ha1', 'turnServers'];

/**
 * Reads a configuration.
 *
 * @throws ConfigurationError naming the first parameter that cannot be used, and its value unless it is a secret
 */
export function readConfiguration(input: UAConfiguration): ConfigurationParts {
  const { given, unknown } = sort(input);
  const get = <Name extends keyof ReadParameters>(name: Name): ReadParameters[Name] | undefined => {
    const parameter = given.get(name);
    if (parameter === undefined) return undefined;
    return readParameter(parameter.key, parameter.value, SECRETS.includes(name), readers()[name]);
  };
  const configuration: Configuration = Object.freeze({
    uri: get('uri'),
    wsServers: get('wsServers') ?? [],
    displayName: get('displayName'),
    authorizationUser: get('authorizationUser'),
    realms: get('realms'),
    register: get('register') ?? true,
    registerExpires: get('registerExpires') ?? 600,
    registrarServer: get('registrarServer'),
    noAnswerTimeout: get('noAnswerTimeout') ?? 60,
    traceSip: get('traceSip') ?? false,
    iceServers: [...(get('stunServers') ?? []), ...(get('turnServers') ?? [])],
    usePreloadedRoute: get('usePreloadedRoute') ?? false,
    connectionRecoveryMinInterval: get('connectionRecoveryMinInterval') ?? 2,
    connectionRecoveryMaxInterval: get('connectionRecoveryMaxInterval') ?? 30,
    sessionRecovery: get('sessionRecovery') ?? true,
    keepAliveMode: get('keepAliveMode') ?? 'crlf',
    keepAliveInterval: get('keepAliveInterval') ?? 30,
    hackViaTcp: get('hackViaTcp') ?? false,
    hackIpInContact: get('hackIpInContact') ?? false,
    autoFollowRefer: get('autoFollowRefer') ?? false,
    acceptReplaces: get('acceptReplaces') ?? true,
    autoAnswer: get('autoAnswer') ?? false,
    trustedServers: get('trustedServers') ?? false,
    sessionTimers: get('sessionTimers') ?? {},
    maxRingingCalls: get('maxRingingCalls') ?? 10,
    iceGatheringTimeout: get('iceGatheringTimeout'),
    trickleIce: get('trickleIce') ?? 'auto',
    contactName: get('contactName'),
    instanceId: get('instanceId'),
    userAgentString: get('userAgentString'),
    resumeCalls: get('resumeCalls') ?? 'off',
    resumeWithin: get('resumeWithin') ?? 10,
    farEndTimeout: get('farEndTimeout') ?? 30,
  });
  const { connectionRecoveryMinInterval: least, connectionRecoveryMaxInterval: most } = configuration;
  if (most < least) {
    throw new ConfigurationError('connectionRecoveryMaxInterval', most, 'it must not be shorter than the minimum.');
  }
  return {
    configuration,
    credentials: get('credentials') ?? ownCredentials(configuration, get('password'), get('ha1')),
    platform: get('platform') ?? {},
    sessionDescriptionHandlerFactory: get('sessionDescriptionHandlerFactory'),
    transport: get('transport'),
    unknown,
  };
}

interface GivenParameter {
  /** As the application spelled it. */
  readonly key: string;
  readonly value: unknown;
}

/** Tells parameters from other keys, whichever way they are spelled. */
function sort(input: UAConfiguration): { given: ReadonlyMap<string, GivenParameter>; unknown: readonly string[] } {
  const names = new Map<string, string>();
  for (const name of Object.keys(readers())) {
    names.set(name, name);
    names.set(snakeCase(name), name);
  }
  const given = new Map<string, GivenParameter>();
  const unknown: string[] = [];
  for (const [key, value] of Object.entries(input)) {
    const name = names.get(key);
    if (name === undefined) unknown.push(key);
    else if (value !== undefined) given.set(name, { key, value });
  }
  return { given, unknown };
}

/** The secret lives in this closure and nowhere else. */
function ownCredentials(
  configuration: Configuration,
  password: string | undefined,
  ha1: string | undefined,
): CredentialsProvider {
  const username = configuration.authorizationUser ?? configuration.uri?.user ?? '';
  const own: Credentials | undefined =
    ha1 !== undefined ? { username, ha1 } : password !== undefined ? { username, password } : undefined;
  return () => own;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
