import { createSocket } from 'node:dgram';
import { Daemon } from './daemon.ts';
import { freePort, freeRange, LOOPBACK } from './free-ports.ts';

/** An rtpengine in user space: stands between the media of browsers and of plain phones. */
export class Rtpengine {
  /** Where it takes orders. */
  readonly port: number;
  readonly #daemon: Daemon;

  private constructor(port: number, daemon: Daemon) {
    this.port = port;
    this.#daemon = daemon;
  }

  static async start(folder: string): Promise<Rtpengine> {
    const port = await freePort();
    const media = await freeRange(80);
    const daemon = Daemon.start({
      program: 'rtpengine',
      args: [
        ...['--config-file=none', '--foreground', '--log-stderr', '--log-level=5', '--no-log-timestamps', '--table=-1'],
        ...[`--interface=${LOOPBACK}`, `--listen-ng=${LOOPBACK}:${port}`],
        ...[`--port-min=${media.first}`, `--port-max=${media.last}`],
        ...['--timeout=60', '--silent-timeout=3600', '--delete-delay=0', '--num-threads=2'],
      ],
      folder,
      name: 'rtpengine',
    });
    await daemon.ready(() => answersPing(port));
    return new Rtpengine(port, daemon);
  }

  get log(): string {
    return this.#daemon.log;
  }

  stop(): Promise<void> {
    return this.#daemon.stop();
  }
}

/** The NG protocol: a cookie, then a bencoded dictionary. */
function answersPing(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(false), 300);
    const done = (answered: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(answered);
    };
    socket.once('error', () => done(false));
    socket.once('message', (message) => done(message.includes('pong')));
    socket.send('1 d7:command4:pinge', port, LOOPBACK);
  });
}
