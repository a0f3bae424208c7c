import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Daemon } from './daemon.ts';

/** A sound server with two loudspeakers that nobody hears. */
export class Pulse {
  /** For the environment variable `PULSE_SERVER`. */
  readonly address: string;
  readonly #daemon: Daemon;

  private constructor(address: string, daemon: Daemon) {
    this.address = address;
    this.#daemon = daemon;
  }

  /** @param rate - samples a second of its loudspeakers; default 48000 */
  static async start(folder: string, rate = 48_000): Promise<Pulse> {
    const socket = path.join(folder, 'native');
    const daemon = Daemon.start({
      program: 'pulseaudio',
      args: [
        ...['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--log-target=stderr'],
        ...['nobody', 'neither'].flatMap((name) => ['-L', `module-null-sink sink_name=${name} rate=${rate}`]),
        ...['-L', `module-native-protocol-unix auth-anonymous=1 socket=${socket}`],
      ],
      folder,
      name: 'pulseaudio',
      env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder },
    });
    await daemon.ready(() => existsSync(socket));
    return new Pulse(`unix:${socket}`, daemon);
  }

  stop(): Promise<void> {
    return this.#daemon.stop();
  }
}
