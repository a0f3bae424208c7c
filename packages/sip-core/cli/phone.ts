import { consoleLogger, parseMessage, type Platform, UA, type UAConfiguration, Uri } from '@hookswitch/sip-core';
import { createFakeMedia } from '@hookswitch/sip-core/testing';
import { nodePlatform } from '../node/node-platform.ts';
import type { Tried } from './advice.ts';
import type { Account, CommandLine } from './command-line.ts';
import { Ladder } from './ladder.ts';
import type { Terminal } from './terminal.ts';

/** A UA whose signalling is drawn in the terminal. */
export interface Phone {
  readonly ua: UA;
  /** Who we are. */
  readonly address: Uri;
  /** What to tell with a request that failed. */
  readonly tried: (method: string) => Tried;
  /** How many requests of this method the server has sent us. */
  readonly received: (method: string) => number;
  /** Lets go of everything, within seconds. */
  readonly close: () => Promise<void>;
}

/** Makes the UA of a command, without connecting it. */
export function openPhone(
  { account, messages }: CommandLine,
  {
    password,
    terminal,
    platform,
  }: { readonly password: string | undefined; readonly terminal: Terminal; readonly platform?: Platform },
): Phone {
  const counts = new Map<string, number>();
  const answered = new Set<string>();
  const ua = new UA({
    uri: account.uri,
    wsServers: account.server,
    register: false,
    keepAliveMode: 'none',
    registerExpires: 120,
    connectionRecoveryMaxInterval: 30,
    platform: { ...(platform ?? nodePlatform(account)), logger: consoleLogger('silent') },
    // A terminal has no microphone: descriptions are complete and valid, and nothing flows.
    sessionDescriptionHandlerFactory: createFakeMedia({ codecs: ['opus', 'PCMU', 'PCMA'] }),
    ...(account.user === undefined ? {} : { authorizationUser: account.user }),
    ...(password === undefined ? {} : secretOf(account, password)),
  });
  const ladder = new Ladder(new URL(account.server).host);
  let drawn = false;
  ua.userAgent.core.trace.on((message) => {
    if (!drawn) terminal.line(ladder.head(), 'faint');
    drawn = true;
    const { text, tone } = ladder.rung(message);
    terminal.line(text, tone);
    if (messages) for (const line of message.text.split('\r\n')) terminal.line(`            ${line}`, 'faint');
    const parsed = parseMessage(message.text);
    if (!parsed.ok || !('method' in parsed.message)) return;
    const { method } = parsed.message;
    if (message.direction === 'received') counts.set(method, (counts.get(method) ?? 0) + 1);
    else if (parsed.message.has('Authorization') || parsed.message.has('Proxy-Authorization')) answered.add(method);
  });
  return {
    ua,
    address: ua.userAgent.core.identity.uri,
    tried: (method) => ({
      method,
      password: password !== undefined,
      answered: answered.has(method),
      refuseMd5: account.refuseMd5,
    }),
    received: (method) => counts.get(method) ?? 0,
    close: () => ua.dispose(),
  };
}

/** The password; or, where MD5 is refused, what gives it for other algorithms alone. */
function secretOf({ uri, user, refuseMd5 }: Account, password: string): UAConfiguration {
  if (!refuseMd5) return { password };
  const username = user ?? Uri.parse(uri)?.user;
  return { credentials: ({ algorithm }) => (algorithm.startsWith('MD5') ? undefined : { username, password }) };
}
