import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../base/errors.ts';
import { Uri } from '../message/uri.ts';
import { type UAConfiguration, readConfiguration } from './configuration.ts';
import { userAgentOptions } from './from-configuration.ts';
import { UA } from './ua.ts';

/** A configuration whose types are wrong, as JavaScript may hand it over. */
const untyped = (configuration: Record<string, unknown>): UAConfiguration => configuration;
const read = (input: Record<string, unknown>): ReturnType<typeof readConfiguration>['configuration'] =>
  readConfiguration(untyped(input)).configuration;
const camel = (name: string): string => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

describe('the defaults of document 003', () => {
  test.each<[string, string, unknown]>([
    ['CFG-02', 'register', true],
    ['CFG-02', 'registerExpires', 600],
    ['CFG-02', 'registrarServer', undefined],
    ['CFG-03', 'noAnswerTimeout', 60],
    ['CFG-03', 'traceSip', false],
    ['CFG-04', 'iceServers', []],
    ['CFG-05', 'usePreloadedRoute', false],
    ['CFG-06', 'connectionRecoveryMinInterval', 2],
    ['CFG-06', 'connectionRecoveryMaxInterval', 30],
    ['CFG-07', 'hackViaTcp', false],
    ['CFG-07', 'hackIpInContact', false],
    ['SES-08', 'autoFollowRefer', false],
    ['SES-09', 'acceptReplaces', true],
    ['PRO-10', 'autoAnswer', false],
    ['PRO-10', 'trustedServers', false],
  ])('[%s] %s is %j', (_row, name, value) => {
    expect(new Map(Object.entries(readConfiguration({}).configuration)).get(name)).toEqual(value);
  });
});

describe('the examples of document 003', () => {
  const rows: [string, string, unknown, string, unknown][] = [
    ['CFG-01', 'ws_servers', 'ws://sip-ws.example.com', 'wsServers', [{ url: 'ws://sip-ws.example.com' }]],
    [
      'CFG-01',
      'ws_servers',
      'wss://sip-ws.example.com:8443/sip?KEY=1234',
      'wsServers',
      [{ url: 'wss://sip-ws.example.com:8443/sip?KEY=1234' }],
    ],
    [
      'CFG-01',
      'ws_servers',
      ['ws://sip-ws-1.example.com', 'ws://sip-ws-2.example.com'],
      'wsServers',
      [{ url: 'ws://sip-ws-1.example.com' }, { url: 'ws://sip-ws-2.example.com' }],
    ],
    [
      'CFG-01',
      'ws_servers',
      [
        { ws_uri: 'ws://sip-ws-1.example.com', weight: 10 },
        { ws_uri: 'ws://sip-ws-2.example.com', weight: 1 },
      ],
      'wsServers',
      [
        { url: 'ws://sip-ws-1.example.com', weight: 10 },
        { url: 'ws://sip-ws-2.example.com', weight: 1 },
      ],
    ],
    ['CFG-01', 'display_name', 'Alice ¶€ĸøĸø', 'displayName', 'Alice ¶€ĸøĸø'],
    ['CFG-01', 'authorization_user', 'alice123', 'authorizationUser', 'alice123'],
    ['CFG-02', 'register', false, 'register', false],
    ['CFG-02', 'register_expires', 300, 'registerExpires', 300],
    ['CFG-03', 'no_answer_timeout', 120, 'noAnswerTimeout', 120],
    ['CFG-03', 'trace_sip', true, 'traceSip', true],
    ['CFG-04', 'stun_servers', 'stun:example.org', 'iceServers', [{ urls: 'stun:example.org' }]],
    [
      'CFG-04',
      'stun_servers',
      ['stun:example.org', 'stuns:example.org'],
      'iceServers',
      [{ urls: 'stun:example.org' }, { urls: 'stuns:example.org' }],
    ],
    ['CFG-04', 'stun_servers', ['stun:example.org:8000'], 'iceServers', [{ urls: 'stun:example.org:8000' }]],
    [
      'CFG-04',
      'turn_servers',
      { urls: 'turn:example.org', username: 'turnuser', credential: 'turnpassword' },
      'iceServers',
      [{ urls: ['turn:example.org'], username: 'turnuser', credential: 'turnpassword' }],
    ],
    [
      'CFG-04',
      'turn_servers',
      { urls: ['turn:example.org', 'turn:example2.org'], username: 'turnuser', credential: 'turnpassword' },
      'iceServers',
      [{ urls: ['turn:example.org', 'turn:example2.org'], username: 'turnuser', credential: 'turnpassword' }],
    ],
    [
      'CFG-04',
      'turn_servers',
      [
        { urls: 'turn:example.org', username: 'turnuser', credential: 'turnpassword' },
        { urls: 'turn:example.org?transport=udp', username: 'turnuser2', credential: 'turnpassword2' },
      ],
      'iceServers',
      [
        { urls: ['turn:example.org'], username: 'turnuser', credential: 'turnpassword' },
        { urls: ['turn:example.org?transport=udp'], username: 'turnuser2', credential: 'turnpassword2' },
      ],
    ],
    ['CFG-05', 'use_preloaded_route', true, 'usePreloadedRoute', true],
    ['CFG-06', 'connection_recovery_min_interval', 4, 'connectionRecoveryMinInterval', 4],
    ['CFG-06', 'connection_recovery_max_interval', 60, 'connectionRecoveryMaxInterval', 60],
    ['CFG-07', 'hack_via_tcp', true, 'hackViaTcp', true],
    ['CFG-07', 'hack_ip_in_contact', true, 'hackIpInContact', true],
  ];

  test.each(rows)('[%s] %s: %j', (_row, name, value, as, expected) => {
    for (const key of [name, camel(name)]) {
      const { configuration, unknown } = readConfiguration(untyped({ [key]: value }));
      expect(new Map(Object.entries(configuration)).get(as)).toEqual(expected);
      expect(unknown).toEqual([]);
    }
  });

  test('[CFG-02] registrar_server is a URI without a user; null means the domain of uri', () => {
    expect(read({ registrar_server: 'sip:registrar.mydomain.com' }).registrarServer?.toString()).toBe(
      'sip:registrar.mydomain.com',
    );
    expect(read({ registrarServer: null }).registrarServer).toBeUndefined();
  });

  test.each([
    ['ws://example.org/sip-ws', '<sip:example.org;lr;transport=ws>'],
    ['wss://example.org:8443', '<sip:example.org:8443;lr;transport=ws>'],
    [
      [
        { ws_uri: 'ws://second.example.org', weight: 1 },
        { ws_uri: 'ws://first.example.org', weight: 2 },
      ],
      '<sip:first.example.org;lr;transport=ws>',
    ],
  ])('[CFG-05] use_preloaded_route with %j makes the Route %s', (ws_servers, route) => {
    const options = userAgentOptions(readConfiguration({ ws_servers, use_preloaded_route: true }));
    expect(options.preloadedRouteSet).toEqual([route]);
    expect(userAgentOptions(readConfiguration({ ws_servers })).preloadedRouteSet).toEqual([]);
  });

  test('[CFG-07] hack_ip_in_contact puts an address of nobody into Contact and Via, hack_via_tcp TCP into Via', () => {
    const ua = new UA({ uri: 'alice@example.com', hack_ip_in_contact: true, hack_via_tcp: true });
    expect(ua.userAgent.contact.uri.host).toMatch(/^192\.0\.2\.\d{1,3}$/);
    expect(ua.userAgent.core.identity.viaHost).toBe(ua.userAgent.contact.uri.host);
  });

  test('[CFG-01] password, ha1 and callback give credentials, and are in no snapshot and no configuration', async () => {
    const ask = { realm: 'example.com', proxy: false, algorithm: 'MD5' };
    const of = (input: UAConfiguration): unknown =>
      readConfiguration({ uri: 'alice@example.com', ...input }).credentials(ask);
    expect(await of({ password: '1234' })).toEqual({ username: 'alice', password: '1234' });
    expect(await of({ password: '1234', authorization_user: 'alice123' })).toEqual({
      username: 'alice123',
      password: '1234',
    });
    expect(await of({ ha1: 'abc', password: '1234' })).toEqual({ username: 'alice', ha1: 'abc' });
    expect(await of({})).toBeUndefined();
    expect(await of({ credentials: ({ realm }) => ({ password: realm }) })).toEqual({ password: 'example.com' });
    const ua = new UA({
      uri: 'alice@example.com',
      password: 'wonderland',
      turnServers: { urls: 'turn:x', credential: 'hush' },
    });
    expect(JSON.stringify([ua.getSnapshot()])).not.toMatch(/wonderland|hush/);
    expect(JSON.stringify(ua.configuration)).not.toContain('wonderland');
  });
});

describe('bad values', () => {
  test.each<[string, unknown]>([
    ['uri', 42],
    ['uri', ''],
    ['uri', 'sip:example.com'],
    ['uri', 'mailto:alice@example.com'],
    ['uri', 'sip:alice@exa mple.com'],
    ['ws_servers', 'https://example.com'],
    ['ws_servers', []],
    ['ws_servers', [null]],
    ['ws_servers', ['ws://ok.example.com', 42]],
    ['ws_servers', [{ ws_uri: 'ws://example.com', weight: -1 }]],
    ['ws_servers', [{ weight: 1 }]],
    ['display_name', 42],
    ['display_name', 'Alice\r\nX-Evil: 1'],
    ['authorization_user', 'alice\n'],
    ['user_agent_string', 'Phone\r\nX-Evil: 1'],
    ['contact_name', 'x\r\n'],
    ['credentials', 'secret'],
    ['realms', 'example.com'],
    ['register', 'yes'],
    ['register_expires', 0],
    ['register_expires', 1.5],
    ['register_expires', '600'],
    ['register_expires', 2 ** 32],
    ['registrar_server', 'sip:bob@example.com'],
    ['no_answer_timeout', -1],
    ['no_answer_timeout', Number.NaN],
    ['trace_sip', 1],
    ['stun_servers', 'example.org'],
    ['stun_servers', ['stun:ok', 'turn:example.org']],
    ['turn_servers', 'turn:example.org'],
    ['turn_servers', { urls: 'stun:example.org' }],
    ['turn_servers', { urls: [] }],
    ['use_preloaded_route', 'true'],
    ['connection_recovery_min_interval', -1],
    ['connection_recovery_max_interval', 1],
    ['hack_via_tcp', 'TCP'],
    ['hack_ip_in_contact', '192.0.2.1'],
    ['auto_follow_refer', 'always'],
    ['accept_replaces', 'yes'],
    ['auto_answer', 0],
    ['trusted_servers', 'sip.example.com'],
    ['max_ringing_calls', 0],
    ['instance_id', 'not-a-uuid'],
    ['transport', 'wss'],
    ['session_description_handler_factory', {}],
  ])('[UA-01] %s: %j is refused by name and value', (name, value) => {
    for (const key of new Set([name, camel(name)])) {
      let error: unknown;
      try {
        new UA(untyped({ [key]: value }));
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(ConfigurationError);
      const secret = name === 'turn_servers';
      const parameter = name === 'connection_recovery_max_interval' ? 'connectionRecoveryMaxInterval' : key;
      expect(error).toMatchObject({ code: 'CONFIGURATION', parameter, value: secret ? '***' : value });
      expect(String(error)).toContain(parameter);
    }
  });

  test('[UA-01] a secret is never repeated', () => {
    for (const key of ['password', 'ha1']) {
      expect(() => new UA(untyped({ [key]: ['hush'] }))).toThrow(/"(password|ha1)" has an invalid value \("\*\*\*"\)/);
    }
  });

  test('[UA-01] a key that is no parameter is warned of once', () => {
    const lines: string[] = [];
    const logger = {
      log: (level: string, _category: string, message: string) => void lines.push(`${level} ${message}`),
    };
    new UA(untyped({ uri: 'alice@example.com', colour: 'red', __proto__x: 1, platform: { logger } }));
    expect(lines).toEqual([
      'warn "colour" is no configuration parameter',
      'warn "__proto__x" is no configuration parameter',
    ]);
  });

  test('[UA-01] a parameter that is undefined counts as not given', () => {
    expect(read({ register: undefined, register_expires: undefined }).registerExpires).toBe(600);
  });
});

describe('ways to construct', () => {
  test('[UA-01] without anything the phone is anonymous', () => {
    for (const ua of [new UA(), new UA({})]) {
      expect(ua.getSnapshot().account.uri).toMatch(/^sip:anonymous\.[0-9a-f]+@anonymous\.invalid$/);
    }
  });

  test('[UA-01] a string is the address', () => {
    expect(new UA('bob@example.com').configuration.uri?.toString()).toBe('sip:bob@example.com');
    expect(new UA('sips:bob@example.com').configuration.uri?.toString()).toBe('sips:bob@example.com');
    expect(() => new UA('bob')).toThrow(ConfigurationError);
  });

  test('[UA-01] an address object is taken', () => {
    const uri = Uri.from({ user: 'bob', host: 'example.com' });
    expect(new UA({ uri }).configuration.uri?.equals(uri)).toBe(true);
  });

  test('[CFG-01] without a server, start() says what is missing', async () => {
    await expect(new UA('bob@example.com').start()).rejects.toMatchObject({ parameter: 'wsServers' });
  });
});
