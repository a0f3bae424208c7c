/** What a page has opened and not closed. */
export interface Ledger {
  readonly connections: RTCPeerConnection[];
  /** Every track that was captured, sent or received. */
  readonly tracks: Set<MediaStreamTrack>;
  readonly sockets: WebSocket[];
  readonly contexts: AudioContext[];
  /** Timers that run, with where they were started. */
  readonly timers: Map<unknown, string>;
}

declare global {
  interface Window {
    ledger: Ledger;
  }
}

/**
 * Runs in the page before anything else, and writes down what the page opens. It is sent there as text, so it uses
 * nothing from outside itself.
 */
export function keepLedger(): void {
  const ledger: Ledger = { connections: [], tracks: new Set(), sockets: [], contexts: [], timers: new Map() };
  window.ledger = ledger;
  Error.stackTraceLimit = 40;

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      ledger.connections.push(this);
      this.addEventListener('track', (event) => ledger.tracks.add(event.track));
    }
    override addTrack(track: MediaStreamTrack, ...streams: MediaStream[]): RTCRtpSender {
      ledger.tracks.add(track);
      return super.addTrack(track, ...streams);
    }
    override addTransceiver(what: MediaStreamTrack | string, init?: RTCRtpTransceiverInit): RTCRtpTransceiver {
      if (typeof what !== 'string') ledger.tracks.add(what);
      return super.addTransceiver(what, init);
    }
  };
  const replace = Reflect.get(RTCRtpSender.prototype, 'replaceTrack');
  RTCRtpSender.prototype.replaceTrack = function (this: RTCRtpSender, track) {
    if (track !== null) ledger.tracks.add(track);
    return replace.call(this, track);
  };
  const devices = navigator.mediaDevices;
  const capture = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await capture(constraints);
    for (const track of stream.getTracks()) ledger.tracks.add(track);
    return stream;
  };

  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (protocols === 'sip') ledger.sockets.push(this);
    }
  };
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      ledger.contexts.push(this);
    }
  };

  const here = (): string => new Error().stack ?? '';
  const start = window.setTimeout.bind(window);
  const stop = window.clearTimeout.bind(window);
  const repeat = window.setInterval.bind(window);
  const stopRepeating = window.clearInterval.bind(window);
  Object.assign(window, {
    setTimeout(callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) {
      const id = start(() => {
        ledger.timers.delete(id);
        callback(...args);
      }, delay);
      ledger.timers.set(id, `${String(delay)} ms ${here()}`);
      return id;
    },
    clearTimeout(id: number) {
      ledger.timers.delete(id);
      stop(id);
    },
    setInterval(callback: () => void, delay?: number) {
      const id = repeat(callback, delay);
      ledger.timers.set(id, `every ${String(delay)} ms ${here()}`);
      return id;
    },
    clearInterval(id: number) {
      ledger.timers.delete(id);
      stopRepeating(id);
    },
  });
}
