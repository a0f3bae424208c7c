import { Emitter } from '../../base/emitter.ts';

/** A data channel beside sound and picture, as `createDataChannel` takes it. */
export interface DataChannelOptions extends RTCDataChannelInit {
  /** What it is called at both ends; default `hookswitch`. */
  readonly label?: string;
}

/**
 * The data channel of a call (RFC 8831, opened by RFC 8832): offered by whoever makes the first offer, taken by whoever
 * wants one as well, and closed by whoever does not.
 */
export class DataChannels {
  /** Tells of the channel once it is open. */
  readonly events: Emitter<{ opened: readonly [channel: RTCDataChannel] }> = new Emitter();
  readonly #connection: RTCPeerConnection;
  readonly #wanted: DataChannelOptions | undefined;
  #channel: RTCDataChannel | undefined;

  constructor(connection: RTCPeerConnection, wanted: DataChannelOptions | undefined) {
    this.#connection = connection;
    this.#wanted = wanted;
    connection.addEventListener('datachannel', ({ channel }) => {
      // WebRTC cannot refuse the line of an offer, so what nobody here reads is closed.
      if (wanted === undefined || this.#channel !== undefined) channel.close();
      else this.#keep(channel);
    });
  }

  /** The channel, be it open yet or not; `undefined` without one. */
  get channel(): RTCDataChannel | undefined {
    return this.#channel;
  }

  /** To be called before the first offer of ours: its line comes with it. */
  offer(): void {
    if (this.#wanted === undefined || this.#channel !== undefined) return;
    if (this.#connection.currentRemoteDescription !== null) return;
    const { label = 'hookswitch', ...init } = this.#wanted;
    this.#keep(this.#connection.createDataChannel(label, init));
  }

  #keep(channel: RTCDataChannel): void {
    this.#channel = channel;
    const tell = (): void => this.events.emit('opened', channel);
    if (channel.readyState === 'open') tell();
    else channel.addEventListener('open', tell, { once: true });
  }
}
