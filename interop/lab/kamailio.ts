import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Daemon } from './daemon.ts';
import { freePort, LOOPBACK } from './free-ports.ts';

const run = promisify(execFile);

/** User names and their passwords. */
export type Accounts = Readonly<Record<string, string>>;

/** How a {@link Kamailio} is set up. */
export interface KamailioOptions {
  /** For everything that it needs and leaves. */
  readonly folder: string;
  readonly domain: string;
  readonly accounts: Accounts;
  /** Users that do not register, with the URIs of their phones, or the status that every call to them gets. */
  readonly plain?: Readonly<Record<string, string>>;
  /** Default MD5. */
  readonly algorithm?: 'MD5' | 'SHA-256';
  /** Whether phones get a GRUU; default true. */
  readonly gruu?: boolean;
  /** Control port of rtpengine; none where media are never bridged. */
  readonly rtpengine?: number | undefined;
  /** Whether media between browsers are bridged, too; default false. */
  readonly bridgeAll?: boolean;
  /** Presence, dialog-info and message waiting; default false. */
  readonly presence?: boolean;
  /** Seconds a registration lasts at the least; default 10. */
  readonly minExpires?: number;
  /** Seconds a nonce can be used; default 300. */
  readonly nonceExpires?: number;
  /** Ports, where they matter; default free ones. */
  readonly ports?: Partial<KamailioPorts>;
}

/** Where a {@link Kamailio} listens. */
export interface KamailioPorts {
  /** SIP over UDP and TCP. */
  readonly sip: number;
  readonly ws: number;
  readonly wss: number;
  /** JSON-RPC over HTTP. */
  readonly rpc: number;
}

const CONFIGURATION = path.resolve(import.meta.dirname, '../config/kamailio.cfg');
/** Tables that the presence modules look for, although they keep everything in memory. */
const TABLES = '/usr/share/kamailio/dbtext/kamailio';
const TABLE_NAMES = ['version', 'presentity', 'active_watchers', 'watchers', 'xcap', 'pua'];

/** A Kamailio with a configuration of its own, on free ports. */
export class Kamailio {
  readonly options: KamailioOptions;
  readonly ports: KamailioPorts;
  #daemon: Daemon | undefined;

  private constructor(options: KamailioOptions, ports: KamailioPorts) {
    this.options = options;
    this.ports = ports;
  }

  static async start(options: KamailioOptions): Promise<Kamailio> {
    const { ports = {} } = options;
    const kamailio = new Kamailio(options, {
      sip: ports.sip ?? (await freePort()),
      ws: ports.ws ?? (await freePort()),
      wss: ports.wss ?? (await freePort()),
      rpc: ports.rpc ?? (await freePort()),
    });
    await kamailio.#prepare();
    await kamailio.start();
    return kamailio;
  }

  get ws(): string {
    return `ws://${LOOPBACK}:${this.ports.ws}`;
  }

  get wss(): string {
    return `wss://${LOOPBACK}:${this.ports.wss}`;
  }

  get log(): string {
    return this.#daemon?.log ?? '';
  }

  /** Starts it again after {@link stop} or {@link kill}; it remembers nothing. */
  async start(): Promise<void> {
    const { folder } = this.options;
    const args = [
      '-DD',
      '-E',
      '-f',
      path.join(folder, 'main.cfg'),
      '-Y',
      folder,
      '-w',
      folder,
      '-m',
      '512',
      '-M',
      '16',
    ];
    this.#daemon = Daemon.start({ program: 'kamailio', args, folder, name: 'kamailio' });
    await this.#daemon.ready(async () => {
      await this.rpc('core.uptime');
      return true;
    });
  }

  async stop(): Promise<void> {
    await this.#daemon?.stop();
  }

  async kill(): Promise<void> {
    await this.#daemon?.kill();
  }

  /** @throws Error when Kamailio refuses, or is not there */
  async rpc(method: string, ...params: readonly (string | number)[]): Promise<unknown> {
    const response = await fetch(`http://${LOOPBACK}:${this.ports.rpc}/RPC`, {
      method: 'POST',
      // One connection for each: Kamailio closes an idle one just when the next request may go out on it.
      headers: { connection: 'close' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(3000),
    });
    const answer: unknown = JSON.parse(await response.text());
    if (typeof answer !== 'object' || answer === null) throw new Error(`${method}: no answer`);
    if ('error' in answer) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
    return 'result' in answer ? answer.result : undefined;
  }

  /** Has every request of a method answered so, until {@link answerNormally}. */
  async answer(method: string, status: number | 'drop'): Promise<void> {
    await this.rpc('htable.sets', 'answers', method, String(status));
  }

  async answerNormally(method: string): Promise<void> {
    await this.rpc('htable.delete', 'answers', method);
  }

  /** Contacts that a user is registered with. */
  async contacts(user: string): Promise<readonly string[]> {
    let found: unknown;
    try {
      found = await this.rpc('ul.lookup', 'location', user);
    } catch {
      return [];
    }
    return [...JSON.stringify(found).matchAll(/"Address":"([^"]*)"/g)].map(([, address = '']) => address);
  }

  async #prepare(): Promise<void> {
    const { folder, presence } = this.options;
    await makeCertificate(folder, this.options.domain);
    if (presence === true) {
      await mkdir(path.join(folder, 'tables'));
      for (const name of TABLE_NAMES) await copyFile(path.join(TABLES, name), path.join(folder, 'tables', name));
    }
    await writeFile(path.join(folder, 'main.cfg'), this.#mainFile());
  }

  /** What differs from one start to another; the rest is in the repository. */
  #mainFile(): string {
    const { folder, domain, accounts, plain = {}, algorithm, gruu, rtpengine, bridgeAll, presence } = this.options;
    const settings: Record<string, string | number> = {
      HS_IP: LOOPBACK,
      HS_SIP_PORT: this.ports.sip,
      HS_WS_PORT: this.ports.ws,
      HS_WSS_PORT: this.ports.wss,
      HS_RPC_PORT: this.ports.rpc,
      HS_RTPENGINE_PORT: rtpengine ?? 0,
      HS_DOMAIN: domain,
      HS_RUN: folder,
      HS_DEBUG: 2,
      HS_MIN_EXPIRES: this.options.minExpires ?? 10,
      HS_NONCE_EXPIRE: this.options.nonceExpires ?? 300,
      HS_NONCE_SECRET: crypto.randomUUID(),
    };
    const switches = [
      algorithm === 'SHA-256' && 'WITH_SHA256',
      gruu !== false && 'WITH_GRUU',
      rtpengine !== undefined && 'WITH_RTPENGINE',
      bridgeAll === true && 'WITH_MEDIA_ALWAYS',
      presence === true && 'WITH_PRESENCE',
    ].filter((name) => name !== false);
    return [
      '#!KAMAILIO',
      ...switches.map((name) => `#!define ${name}`),
      ...Object.entries(settings).map(([name, value]) => `#!substdef "!${name}!${value}!g"`),
      `include_file "${CONFIGURATION}"`,
      'event_route[htable:mod-init] {',
      ...Object.entries(accounts).map(([user, password]) => `\t$sht(accounts=>${user}) = "${password}";`),
      ...Object.entries(plain).map(([user, uri]) => `\t$sht(plain=>${user}) = "${uri}";`),
      '}',
      '',
    ].join('\n');
  }
}

/** A certificate that nobody has signed and that nobody keeps. */
async function makeCertificate(folder: string, domain: string): Promise<void> {
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'certificate.pem')],
    ...['-subj', `/CN=${domain}`, '-addext', `subjectAltName=DNS:${domain},DNS:localhost,IP:${LOOPBACK}`],
  ]);
}
