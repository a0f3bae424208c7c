import { readFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import path from 'node:path';
import { Daemon } from './daemon.ts';
import { freePort, freeRange, LOOPBACK } from './free-ports.ts';
import type { Lab } from './lab.ts';

/** A file of `config/sipp`. */
export type Scenario = 'answer-echo' | 'early-echo' | 'call-echo' | 'ring-until-cancel' | 'answer-timer';

const SCENARIOS = path.resolve(import.meta.dirname, '../config/sipp');

let count = 0;

/** A plain phone that follows a scenario, and sends back the sound it hears. */
export class Sipp {
  /** Where it takes calls. */
  readonly uri: string;
  readonly #daemon: Daemon;
  readonly #messages: string;

  private constructor(uri: string, daemon: Daemon, messages: string) {
    this.uri = uri;
    this.#daemon = daemon;
    this.#messages = messages;
  }

  /** A phone that takes calls for a user, until it is stopped. */
  static async answering(lab: Lab, user: string, scenario: Scenario = 'answer-echo'): Promise<Sipp> {
    const sipp = await Sipp.#start(lab, scenario, []);
    await lab.kamailio.rpc('htable.sets', 'plain', user, sipp.uri);
    return sipp;
  }

  /** One call to a user. */
  static calling(lab: Lab, user: string): Promise<Sipp> {
    const { domain, accounts } = lab.kamailio.options;
    const caller = ['-s', user, '-key', 'domain', domain, '-au', 'sipp', '-ap', accounts['sipp'] ?? '', '-m', '1'];
    return Sipp.#start(lab, 'call-echo', [...caller, `${LOOPBACK}:${lab.kamailio.ports.sip}`]);
  }

  /** @param again - once more with other ports, where another program took one between the look and its use */
  static async #start(lab: Lab, scenario: Scenario, args: readonly string[], again = true): Promise<Sipp> {
    count += 1;
    const folder = await lab.newFolder(`sipp-${count}`);
    const port = await freePort();
    const media = await freeRange(4);
    const messages = path.join(folder, 'messages.log');
    const daemon = Daemon.start({
      program: 'sipp',
      args: [
        ...['-sf', path.join(SCENARIOS, `${scenario}.xml`), '-i', LOOPBACK, '-mi', LOOPBACK, '-p', String(port)],
        ...[
          '-mp',
          String(media.first),
          '-rtp_echo',
          '-nostdin',
          '-skip_rlimit',
          '-cp',
          String(await freePort()),
          '-trace_msg',
        ],
        ...['-message_file', messages, '-trace_err', '-error_file', path.join(folder, 'errors.log'), ...args],
      ],
      folder,
      name: 'sipp',
    });
    try {
      await daemon.ready(() => isBound(port));
    } catch (error) {
      if (!again) throw error;
      return Sipp.#start(lab, scenario, args, false);
    }
    lab.atStop(() => daemon.kill());
    return new Sipp(`sip:sipp@${LOOPBACK}:${port}`, daemon, messages);
  }

  /** Everything it has sent and received. */
  messages(): Promise<string> {
    return readFile(this.#messages, 'utf8').catch(() => '');
  }

  /** Resolves when its calls are over: 0 when all went as the scenario says. */
  exit(): Promise<number | null> {
    return this.#daemon.exit();
  }

  stop(): Promise<void> {
    return this.#daemon.kill();
  }
}

/** SIPp says nothing when it is ready: its port is taken then. */
function isBound(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', () => {
      resolve(true);
    });
    socket.bind(port, LOOPBACK, () => {
      socket.close(() => {
        resolve(false);
      });
    });
  });
}
