import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { LOOPBACK } from './lab/free-ports.ts';

/** Which way a packet goes: from the browser, or to it. */
export type PacketDirection = 'up' | 'down';

/** What happens to the packets of one direction. */
export interface PacketFaults {
  /** Share of the media packets that are lost, spread evenly; 1 loses all of them, and nothing else. */
  readonly loss?: number;
  /** Milliseconds that each packet is late. */
  readonly delay?: number;
  /** Milliseconds for which packets queue up before they all go on together, as over a busy radio link. */
  readonly jitter?: number;
}

/** One browser socket, and ours that stands for it. */
interface Flow {
  readonly back: Socket;
  dead: boolean;
}

/**
 * A UDP proxy in front of a TURN server that loses, delays and forgets: a bad network for the media of a phone that
 * uses relayed candidates only. It needs no rights on the machine.
 *
 * @example
 * ```ts
 * const network = await UdpFaultProxy.open(lab.coturn.port);
 * const alice = await stage.signedIn('alice', 440, { relay: lab.coturn.through(network.port) });
 * network.faults.down = { loss: 0.1 };
 * ```
 */
export class UdpFaultProxy {
  readonly faults: Record<PacketDirection, PacketFaults> = { up: {}, down: {} };
  readonly #front: Socket;
  readonly #target: number;
  readonly #flows = new Map<number, Flow>();
  readonly #owed: Record<PacketDirection, number> = { up: 0, down: 0 };
  #closed = false;

  private constructor(front: Socket, target: number) {
    this.#front = front;
    this.#target = target;
    front.on('message', (data, from) => this.#forward(data, from));
  }

  /** @param target - port of the server, on this machine */
  static async open(target: number): Promise<UdpFaultProxy> {
    const front = createSocket('udp4');
    await new Promise<void>((resolve) => {
      front.bind(0, LOOPBACK, resolve);
    });
    return new UdpFaultProxy(front, target);
  }

  get port(): number {
    return this.#front.address().port;
  }

  /**
   * Nothing passes any more between the sockets that are in use and the server, either way, as when a router has
   * forgotten them or the address has changed. New sockets work.
   */
  forget(): void {
    for (const flow of this.#flows.values()) flow.dead = true;
  }

  close(): void {
    this.#closed = true;
    this.#front.close();
    for (const { back } of this.#flows.values()) back.close();
    this.#flows.clear();
  }

  #forward(data: Buffer, { address, port }: RemoteInfo): void {
    let flow = this.#flows.get(port);
    if (flow === undefined) {
      const back = createSocket('udp4');
      const made: Flow = { back, dead: false };
      back.on('message', (answer) => {
        if (!made.dead) this.#pass('down', answer, () => this.#front.send(answer, port, address));
      });
      this.#flows.set(port, made);
      flow = made;
    }
    const { back, dead } = flow;
    if (!dead) this.#pass('up', data, () => back.send(data, this.#target, LOOPBACK));
  }

  #pass(direction: PacketDirection, data: Buffer, send: () => void): void {
    const { loss = 0, delay = 0, jitter = 0 } = this.faults[direction];
    if (isMedia(data)) {
      this.#owed[direction] += loss;
      if (this.#owed[direction] >= 1) {
        this.#owed[direction] -= 1;
        return;
      }
    }
    const wait = delay + (jitter === 0 ? 0 : jitter - (performance.now() % jitter));
    if (wait === 0) send();
    else setTimeout(() => !this.#closed && send(), wait);
  }
}

/** RTP or RTCP (RFC 7983) in a TURN channel (RFC 8656 section 12.4). */
function isMedia(data: Buffer): boolean {
  return data.length > 4 && data.readUInt8(0) >> 6 === 1 && data.readUInt8(4) >> 6 === 2;
}
