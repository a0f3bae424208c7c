import type { Emitter } from '../../base/emitter.ts';

/** A data channel beside sound and picture, as `createDataChannel` takes it. */
export interface DataChannelOptions extends RTCDataChannelInit {
  /** What it is called at both ends; default `hookswitch`. */
  readonly label?: string;
}

/** What is told of the data channel of a call. */
export interface ChannelEvents {
  /** It is open; again with another one when a new connection takes the place of the one before. */
  readonly opened: readonly [channel: RTCDataChannel];
}

/**
 * The data channel of a connection (RFC 8831, opened by RFC 8832): offered by whoever makes the first offer, taken by
 * whoever wants one as well, and closed by whoever does not.
 */
export class DataChannels {
  readonly #connection: RTCPeerConnection;
  readonly #wanted: DataChannelOptions | undefined;
  readonly #events: Emitter<ChannelEvents>;
  #channel: RTCDataChannel | undefined;

  constructor(connection: RTCPeerConnection, wanted: DataChannelOptions | undefined, events: Emitter<ChannelEvents>) {
    this.#connection = connection;
    this.#wanted = wanted;
    this.#events = events;
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
    const tell = (): void => this.#events.emit('opened', channel);
    if (channel.readyState === 'open') tell();
    else channel.addEventListener('open', tell, { once: true });
  }
}
