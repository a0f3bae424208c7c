import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { Daemon } from './daemon.ts';
import { freePort, freeRange, LOOPBACK } from './free-ports.ts';
import type { Lab } from './lab.ts';
import { type HeardTone, readTone } from './read-tone.ts';
import { until } from './until.ts';

/** What baresip tells of a call. */
export interface BaresipEvent {
  /** Such as `CALL_ESTABLISHED`. */
  readonly type: string;
  readonly param?: string;
}

const CONFIGURATION = path.resolve(import.meta.dirname, '../config/baresip');
const MODULES = ['/usr/lib/baresip/modules', '/usr/lib/x86_64-linux-gnu/baresip/modules'];

/** A plain desk phone with real audio, registered as a user. Its media are on the machine's first address. */
export class Baresip {
  /** Hertz of what it sends. */
  readonly tone = 550;
  readonly events: BaresipEvent[] = [];
  readonly #daemon: Daemon;
  readonly #control: Socket;
  readonly #folder: string;
  #unread = Buffer.alloc(0);

  private constructor(daemon: Daemon, control: Socket, folder: string) {
    this.#daemon = daemon;
    this.#control = control;
    this.#folder = folder;
    control.on('error', () => undefined);
    control.on('data', (data: Buffer) => this.#read(data));
  }

  /** Starts and registers it. */
  static async start(lab: Lab, user: string, answers: 'auto' | 'manual' = 'auto'): Promise<Baresip> {
    const folder = await lab.newFolder(`baresip-${user}`);
    const control = await freePort();
    const rtp = await freeRange(10);
    const values: Readonly<Record<string, string | number | undefined>> = {
      IP: LOOPBACK,
      SIP_PORT: await freePort(),
      SERVER_PORT: lab.kamailio.ports.sip,
      CONTROL_PORT: control,
      RTP_FIRST: rtp.first,
      RTP_LAST: rtp.last,
      MODULES: MODULES.find(existsSync),
      FOLDER: folder,
      USER: user,
      DOMAIN: lab.kamailio.options.domain,
      PASSWORD: lab.kamailio.options.accounts[user],
      ANSWER: answers,
    };
    for (const name of ['config', 'accounts']) {
      const template = await readFile(path.join(CONFIGURATION, name), 'utf8');
      const text = template.replace(/@([A-Z_]+)@/g, (_all, key: string) => String(values[key]));
      await writeFile(path.join(folder, name), text);
    }
    await writeFile(path.join(folder, 'contacts'), '');
    const daemon = Daemon.start({ program: 'baresip', args: ['-f', folder, '-v'], folder, name: 'baresip' });
    lab.atStop(() => daemon.kill());
    await daemon.ready(async () => (await lab.kamailio.contacts(user)).length > 0);
    const socket = connect(control, LOOPBACK);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Baresip(daemon, socket, folder);
  }

  /** Gives a command of its menu, such as `dial`, `accept` or `hangup`. */
  command(command: string, params = ''): void {
    const text = JSON.stringify({ command, params });
    this.#control.write(`${Buffer.byteLength(text)}:${text},`);
  }

  event(type: string, test: (event: BaresipEvent) => boolean = () => true): Promise<BaresipEvent> {
    return until(`baresip has ${type}`, () => this.events.find((event) => event.type === type && test(event)));
  }

  /** What it heard in the last second of its last call, once that has ended. */
  async heard(): Promise<HeardTone> {
    const files = await until('baresip has written what it heard', async () => {
      const found = (await readdir(this.#folder)).filter((name) => /^dump-.*-dec\.wav$/.test(name)).sort();
      return found.length > 0 && found;
    });
    return readTone(await readFile(path.join(this.#folder, files.at(-1) ?? '')));
  }

  get log(): string {
    return this.#daemon.log;
  }

  stop(): Promise<void> {
    this.#control.destroy();
    return this.#daemon.kill();
  }

  /** Netstrings of JSON. */
  #read(data: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, data]);
    while (true) {
      const colon = this.#unread.indexOf(':');
      const length = Number(this.#unread.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.#unread.length < colon + length + 2) return;
      const message: unknown = JSON.parse(this.#unread.subarray(colon + 1, colon + 1 + length).toString());
      this.#unread = this.#unread.subarray(colon + length + 2);
      if (isEvent(message)) this.events.push(message);
    }
  }
}

function isEvent(message: unknown): message is BaresipEvent {
  return typeof message === 'object' && message !== null && 'type' in message && typeof message.type === 'string';
}
