import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import { pageParts } from '../page-parts.ts';
import { consoleLogger } from '../platform.ts';
import type { ServerEntry } from '../transport/server-list.ts';
import type { ConfigurationParts } from './configuration.ts';
import type { UserAgentOptions } from './user-agent-options.ts';

/** Seconds that a server has to answer a keep-alive at the most (RFC 5626 section 4.4.1). */
const LONGEST_PONG = 10;
/** What part of an interval it has: a dead connection is noticed within two intervals, though timers are late. */
const PART_OF_INTERVAL = 0.75;

/** The building blocks' options that a configuration stands for. */
export function userAgentOptions(parts: ConfigurationParts): UserAgentOptions {
  const { configuration } = parts;
  const { traceSip, iceServers, iceGatheringTimeout } = configuration;
  const logger = traceSip ? { logger: consoleLogger('info') } : undefined;
  return {
    ...configuration,
    credentials: parts.credentials,
    platform: { ...pageParts(), ...logger, ...parts.platform },
    transport: parts.transport,
    transportOptions: {
      servers: configuration.wsServers,
      keepAlive: {
        mode: configuration.keepAliveMode,
        interval: configuration.keepAliveInterval,
        pongTimeout: Math.min(LONGEST_PONG, PART_OF_INTERVAL * configuration.keepAliveInterval),
      },
    },
    preloadedRouteSet: configuration.usePreloadedRoute ? preloadedRoute(firstServer(configuration.wsServers)) : [],
    sessionDescriptionHandlerFactory: parts.sessionDescriptionHandlerFactory,
    sessionDescriptionHandlerFactoryOptions: {
      peerConnectionConfiguration: { iceServers: [...iceServers] },
      ...(iceGatheringTimeout === undefined ? {} : { iceGatheringTimeout }),
    },
  };
}

/** The server that is tried first: the one of most weight. */
function firstServer(servers: readonly ServerEntry[]): string | undefined {
  return [...servers].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))[0]?.url;
}

/** A Route to the WebSocket server, such as `<sip:example.org:8443;lr;transport=ws>` (document 003). */
function preloadedRoute(server: string | undefined): readonly string[] {
  if (server === undefined) return [];
  const { hostname, port } = new URL(server);
  const uri = Uri.from({
    host: hostname,
    port: port === '' ? undefined : Number(port),
    params: { lr: null, transport: 'ws' },
  });
  return [NameAddr.from({ uri }).toString()];
}
