import type { CredentialsProvider } from '../auth/authenticator.ts';
import type { SessionDescriptionHandlerFactory } from '../media/session-description-handler.ts';
import type { Uri } from '../message/uri.ts';
import type { Platform } from '../platform.ts';
import type { SessionTimerOptions } from '../session/session-timer-options.ts';
import type { ServerEntry } from '../transport/server-list.ts';
import type { Transport } from '../transport/transport.ts';
import { type ContinuityParameters, continuityReaders } from './continuity-parameters.ts';
import {
  address,
  credentialsProvider,
  flag,
  handlerFactory,
  line,
  oneOf,
  type ParameterReader,
  platform,
  registrar,
  seconds,
  servers,
  stunServers,
  text,
  texts,
  transport,
  turnServers,
  uuid,
  whole,
} from './parameters.ts';
import { sessionTimers } from './session-timer-parameter.ts';

/** What each parameter is once it was read. */
export interface ReadParameters extends ContinuityParameters {
  uri: Uri;
  wsServers: readonly ServerEntry[];
  displayName: string;
  password: string;
  authorizationUser: string;
  ha1: string;
  credentials: CredentialsProvider;
  realms: readonly string[];
  register: boolean;
  registerExpires: number;
  registrarServer: Uri | undefined;
  noAnswerTimeout: number;
  traceSip: boolean;
  stunServers: readonly RTCIceServer[];
  turnServers: readonly RTCIceServer[];
  usePreloadedRoute: boolean;
  connectionRecoveryMinInterval: number;
  connectionRecoveryMaxInterval: number;
  sessionRecovery: boolean;
  keepAliveMode: 'crlf' | 'options' | 'none';
  keepAliveInterval: number;
  hackViaTcp: boolean;
  hackIpInContact: boolean;
  autoFollowRefer: boolean;
  acceptReplaces: boolean;
  autoAnswer: boolean;
  trustedServers: readonly string[] | boolean;
  sessionTimers: SessionTimerOptions;
  maxRingingCalls: number;
  iceGatheringTimeout: number;
  trickleIce: 'auto' | 'off';
  contactName: string;
  instanceId: string;
  userAgentString: string;
  platform: Partial<Platform>;
  sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory;
  transport: Transport;
}

type Readers = { readonly [Name in keyof ReadParameters]: ParameterReader<ReadParameters[Name]> };

/** Made when the first configuration is read. */
let made: Readers | undefined;

/** What reads each parameter, by its camelCase name; both spellings lead here. */
export function readers(): Readers {
  made ??= makeReaders();
  return made;
}

function makeReaders(): Readers {
  return {
    uri: address,
    wsServers: servers,
    displayName: line,
    password: text,
    authorizationUser: line,
    ha1: text,
    credentials: credentialsProvider,
    realms: texts,
    register: flag,
    registerExpires: whole(1, 0xffff_ffff),
    registrarServer: (value) => (value === null ? undefined : registrar(value)),
    noAnswerTimeout: seconds(0, 86_400),
    traceSip: flag,
    stunServers,
    turnServers,
    usePreloadedRoute: flag,
    connectionRecoveryMinInterval: seconds(0, 86_400),
    connectionRecoveryMaxInterval: seconds(0, 86_400),
    sessionRecovery: flag,
    keepAliveMode: oneOf('crlf', 'options', 'none'),
    keepAliveInterval: seconds(1, 86_400),
    hackViaTcp: flag,
    hackIpInContact: flag,
    autoFollowRefer: flag,
    acceptReplaces: flag,
    autoAnswer: flag,
    trustedServers: (value) => (typeof value === 'boolean' ? value : texts(value)),
    sessionTimers,
    maxRingingCalls: whole(1, 1000),
    iceGatheringTimeout: whole(0, 60_000),
    trickleIce: oneOf('auto', 'off'),
    contactName: line,
    instanceId: uuid,
    userAgentString: line,
    platform,
    sessionDescriptionHandlerFactory: handlerFactory,
    transport,
    ...continuityReaders(),
  };
}
