import {
  type Session,
  type SessionSnapshot,
  UA,
  type UASnapshot,
  WebRtcSessionDescriptionHandler,
} from '@hookswitch/sip-core';
import { listenTo, type MeasuredTone, measureTone } from '@hookswitch/sip-core/testing';

/** Sound that came in and went out so far. */
export interface SoundCount {
  readonly packetsReceived: number;
  readonly packetsSent: number;
  /** Energy of what was received, as WebRTC counts it. */
  readonly energy: number;
}

const dtmfRows = [697, 770, 852, 941];
const dtmfColumns = [1209, 1336, 1477, 1633];
const dtmfKeys = ['123A', '456B', '789C', '*0#D'];

/** What the tests ask of a page. Loaded by them alone, as a module of its own. */
export const probe = {
  snapshot: (): UASnapshot => phone().getSnapshot(),

  /** Calls that live. */
  calls: (): readonly SessionSnapshot[] => live(),

  /** The latest call as it was last seen, ended or not. */
  call: (): SessionSnapshot | undefined => [...seen.values()].at(-1),

  /** Listens to what the other end of the call sends. */
  hear: async (seconds = 0.4): Promise<MeasuredTone> => {
    const stream = media()?.remoteMediaStream;
    return stream === undefined || stream.getAudioTracks().length === 0
      ? { frequency: 0, level: 0 }
      : measureTone(stream, { seconds });
  },

  sound: async (): Promise<SoundCount> => {
    const count = { packetsReceived: 0, packetsSent: 0, energy: 0 };
    const stats: RTCStatsReport | undefined = await media()?.peerConnection.getStats();
    for (const entry of stats?.values() ?? []) {
      const {
        type,
        packetsReceived = 0,
        packetsSent = 0,
        totalAudioEnergy = 0,
      } = entry as RTCInboundRtpStreamStats & RTCOutboundRtpStreamStats;
      if (type === 'inbound-rtp') count.packetsReceived += packetsReceived;
      if (type === 'inbound-rtp') count.energy += totalAudioEnergy;
      if (type === 'outbound-rtp') count.packetsSent += packetsSent;
    }
    return count;
  },

  /** Pictures that came and were decoded so far. */
  pictures: async (): Promise<number> => {
    let decoded = 0;
    const stats: RTCStatsReport | undefined = await media()?.peerConnection.getStats();
    for (const entry of stats?.values() ?? []) {
      const { type, kind, framesDecoded = 0 } = entry as RTCInboundRtpStreamStats;
      if (type === 'inbound-rtp' && kind === 'video') decoded += framesDecoded;
    }
    return decoded;
  },

  /** Starts to write down the digits whose two tones are heard from the other end. */
  listenForDigits: (): void => {
    const stream = media()?.remoteMediaStream;
    if (stream === undefined) throw new Error('There is no call to listen to.');
    const meter = listenTo(stream);
    const heard = new Map<string, number>();
    const timer = setInterval(() => {
      const loudest = (tones: readonly number[]): number[] => tones.map((tone) => meter.levelAt(tone));
      const rows = loudest(dtmfRows);
      const columns = loudest(dtmfColumns);
      const [row, column] = [indexOfMax(rows), indexOfMax(columns)];
      const level = Math.min(rows[row] ?? 0, columns[column] ?? 0);
      const key = dtmfKeys[row]?.[column];
      if (key !== undefined && level > 0.01) heard.set(key, Math.max(heard.get(key) ?? 0, level));
    }, 20);
    digits = {
      heard,
      stop: () => {
        clearInterval(timer);
        meter.stop();
      },
    };
  },
  digitsHeard: (): string => [...(digits?.heard.keys() ?? [])].join(''),
  stopListening: (): void => {
    digits?.stop();
    digits = undefined;
  },

  sendByInfo: (tones: string): Promise<void> =>
    session()?.dtmf(tones, { via: 'info' }) ?? Promise.reject(new Error('No call.')),

  hangUp: (): Promise<unknown> => Promise.all([...phone().sessions.values()].map((call) => call.terminate())),

  /** What is open now. */
  open: () => {
    const { connections, tracks, sockets, contexts, timers } = window.ledger;
    return {
      connections: connections.filter(({ connectionState }) => connectionState !== 'closed').length,
      tracks: [...tracks].filter(({ readyState }) => readyState !== 'ended').length,
      sockets: sockets.filter(({ readyState }) => readyState < WebSocket.CLOSING).length,
      contexts: contexts.filter(({ state }) => state !== 'closed').length,
      sessions: phone().sessions.size,
      shown: live().length,
      timers: [...timers.values()],
    };
  },
  everOpened: () => ({ connections: window.ledger.connections.length, tracks: window.ledger.tracks.size }),
};

declare global {
  interface Window {
    probe: typeof probe;
  }
}

window.probe = probe;

/** Every call of this page as it was last seen: the snapshot of the phone lets go of those that have ended. */
const seen = new Map<string, SessionSnapshot>();
let handle = window.hookswitch;
Object.defineProperty(window, 'hookswitch', {
  get: () => handle,
  set: (next: typeof handle) => {
    handle = next;
    watch();
  },
});
watch();

function watch(): void {
  const ua = handle?.ua;
  ua?.subscribe(() => {
    for (const session of ua.getSnapshot().sessions) seen.set(session.id, session);
  });
}

let digits: { readonly heard: Map<string, number>; readonly stop: () => void } | undefined;

function phone(): UA {
  const ua = window.hookswitch?.ua;
  if (!(ua instanceof UA)) throw new Error('Nobody is signed in.');
  return ua;
}

/** The sessions that the snapshot shows, without one that has just ended. */
function live(): readonly SessionSnapshot[] {
  return phone()
    .getSnapshot()
    .sessions.filter(({ phase }) => phase !== 'ended');
}

function session(): Session | undefined {
  return [...phone().sessions.values()].at(-1);
}

function media(): WebRtcSessionDescriptionHandler | undefined {
  const handler = session()?.sessionDescriptionHandler;
  return handler instanceof WebRtcSessionDescriptionHandler ? handler : undefined;
}

function indexOfMax(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
