import { createSocket } from 'node:dgram';
import path from 'node:path';
import { Daemon } from './daemon.ts';
import { freePort, freeRange, LOOPBACK } from './free-ports.ts';

/** As document 003 has TURN servers. */
export interface TurnServer {
  readonly urls: string;
  readonly username: string;
  readonly credential: string;
}

/** A TURN and STUN server. */
export class Coturn {
  readonly port: number;
  readonly username = 'lab';
  readonly credential = 'relay';
  readonly #daemon: Daemon;

  private constructor(port: number, daemon: Daemon) {
    this.port = port;
    this.#daemon = daemon;
  }

  static async start(folder: string): Promise<Coturn> {
    const port = await freePort();
    const relays = await freeRange(30);
    const daemon = Daemon.start({
      program: 'turnserver',
      args: [
        ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--fingerprint', '--lt-cred-mech', '--allow-loopback-peers'],
        ...[`--listening-ip=${LOOPBACK}`, `--relay-ip=${LOOPBACK}`, `--listening-port=${port}`],
        ...[`--min-port=${relays.first}`, `--max-port=${relays.last}`],
        ...['--user=lab:relay', '--realm=hookswitch.test', '--log-file=stdout', '--simple-log'],
        ...[`--db=${path.join(folder, 'turndb')}`, `--pidfile=${path.join(folder, 'turnserver.pid')}`],
      ],
      folder,
      name: 'coturn',
    });
    await daemon.ready(() => answersBinding(port));
    return new Coturn(port, daemon);
  }

  get server(): TurnServer {
    return this.through(this.port);
  }

  /** The same behind a proxy on another port. */
  through(port: number): TurnServer {
    const { username, credential } = this;
    return { urls: `turn:${LOOPBACK}:${port}?transport=udp`, username, credential };
  }

  get log(): string {
    return this.#daemon.log;
  }

  stop(): Promise<void> {
    return this.#daemon.stop();
  }
}

/** A STUN binding request (RFC 8489). */
function answersBinding(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  const request = Buffer.concat([Buffer.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42]), Buffer.from('interop-lab.')]);
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(false), 300);
    const done = (answered: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(answered);
    };
    socket.once('error', () => done(false));
    socket.once('message', (message) => done(message.includes('interop-lab.')));
    socket.send(request, port, LOOPBACK);
  });
}
