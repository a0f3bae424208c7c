import type { Clock, TimerHandle, WebRtcPlatform } from '../../platform.ts';
import type { Interruption } from '../interruption.ts';
import { compareReadings, type TimedReading } from './compare-readings.ts';
import { readReport } from './read-report.ts';
import type { MediaPath } from './statistics-snapshot.ts';

/** What was measured of a {@link LoopbackCall}. */
export interface LoopbackMeasurement {
  readonly mos: number | null;
  readonly loss: number;
  readonly jitter: number | null;
  readonly roundTripTime: number | null;
  readonly codec: string | null;
  readonly microphone: number | null;
  readonly path: MediaPath | null;
}

/** The order in which kinds of candidates are told. */
const KINDS = ['host', 'srflx', 'relay'];
/** Share of the time to connect that is left to the relay alone. */
const RELAY_SHARE = 0.6;
/** Looks at the microphone's level while it is measured; a single one may fall between two words. */
const LOOKS = 8;

/**
 * Two peer connections in one page that call each other. Where there is a TURN server, each first learns only the relayed
 * candidates of the other, so that the sound goes out to the server and back; the others follow when that leads nowhere.
 */
export class LoopbackCall {
  readonly #clock: Clock;
  readonly #end: Interruption;
  readonly #out: RTCPeerConnection;
  readonly #in: RTCPeerConnection;
  readonly #kinds = new Set<string>();
  readonly #withTurn: boolean;
  #held: (() => void)[] = [];
  #releasing = false;
  #overRelay = false;

  constructor(webrtc: WebRtcPlatform, clock: Clock, configuration: RTCConfiguration, end: Interruption) {
    this.#clock = clock;
    this.#end = end;
    this.#out = webrtc.createPeerConnection(configuration);
    this.#in = webrtc.createPeerConnection(configuration);
    const urls = (configuration.iceServers ?? []).flatMap((server) => server.urls);
    this.#withTurn = urls.some((url) => /^turns?:/i.test(url));
    this.#exchange(this.#out, this.#in);
    this.#exchange(this.#in, this.#out);
  }

  /** Kinds of candidates gathered so far. */
  get candidates(): readonly string[] {
    return KINDS.filter((kind) => this.#kinds.has(kind));
  }

  /** Whether the sound went over a TURN server, as far as there is one. */
  get relay(): 'reached' | 'unreachable' | 'none' {
    if (!this.#withTurn) return 'none';
    return this.#overRelay ? 'reached' : 'unreachable';
  }

  /**
   * Connects the two.
   *
   * @param timeout - milliseconds
   * @returns whether they found a way
   */
  async connect(stream: MediaStream, timeout: number): Promise<boolean> {
    const [sender, receiver] = [this.#out, this.#in];
    for (const track of stream.getAudioTracks()) sender.addTrack(track, stream);
    const race = <Result>(step: Promise<Result>): Promise<Result> => this.#end.race(step);
    await race(sender.setLocalDescription());
    if (sender.localDescription !== null) await race(receiver.setRemoteDescription(sender.localDescription));
    await race(receiver.setLocalDescription());
    if (receiver.localDescription !== null) await race(sender.setRemoteDescription(receiver.localDescription));
    if (!this.#withTurn) return this.#connected(timeout);
    this.#overRelay = await this.#connected(RELAY_SHARE * timeout);
    if (this.#overRelay) return true;
    this.#releasing = true;
    for (const release of this.#held.splice(0)) release();
    return this.#connected((1 - RELAY_SHARE) * timeout);
  }

  /** Measures for some milliseconds what arrives. */
  async measure(duration: number): Promise<LoopbackMeasurement> {
    const before = await this.#reading(this.#in);
    let microphone: number | null = null;
    let last = await this.#reading(this.#out);
    for (let look = 0; look < LOOKS; look += 1) {
      await this.#pass(duration / LOOKS);
      const now = await this.#reading(this.#out);
      const level = compareReadings(last, now).audio.sent?.level ?? null;
      if (level !== null) microphone = Math.max(microphone ?? 0, level);
      last = now;
    }
    const after = await this.#reading(this.#in);
    const sent = compareReadings(undefined, last);
    // The end that listens sends nothing, so it has no round trip of its own; the other's is the same way.
    const roundTripTime = sent.roundTripTime ?? compareReadings(before, after).roundTripTime;
    const arrived = compareReadings(before, {
      at: after.at,
      reading: {
        ...after.reading,
        roundTripTime: roundTripTime === null ? after.reading.roundTripTime : roundTripTime / 1000,
      },
    });
    const received = arrived.audio.received;
    return {
      mos: arrived.mos,
      loss: received?.loss ?? 1,
      jitter: received?.jitter ?? null,
      roundTripTime,
      codec: received?.codec ?? null,
      microphone,
      path: sent.path,
    };
  }

  close(): void {
    for (const connection of [this.#out, this.#in]) {
      connection.onicecandidate = null;
      connection.close();
    }
  }

  #exchange(from: RTCPeerConnection, to: RTCPeerConnection): void {
    from.onicecandidate = ({ candidate }) => {
      if (candidate === null || candidate.candidate === '') return;
      this.#kinds.add(candidate.type ?? 'host');
      const hand = (): void => {
        // Candidates may come before the description they belong to; the other end holds them until then.
        void whenDescribed(to).then(
          () => to.addIceCandidate(candidate),
          () => undefined,
        );
      };
      if (this.#withTurn && !this.#releasing && candidate.type !== 'relay') this.#held.push(hand);
      else hand();
    };
  }

  async #connected(timeout: number): Promise<boolean> {
    const sender = this.#out;
    let timer: TimerHandle | undefined;
    const settled = new Promise<boolean>((resolve) => {
      const check = (): void => {
        if (sender.connectionState === 'connected') resolve(true);
      };
      sender.onconnectionstatechange = check;
      timer = this.#clock.setTimeout(() => resolve(sender.connectionState === 'connected'), timeout);
      check();
    });
    try {
      return await this.#end.race(settled);
    } finally {
      this.#clock.clearTimeout(timer);
      sender.onconnectionstatechange = null;
    }
  }

  async #reading(connection: RTCPeerConnection): Promise<TimedReading> {
    const report = await this.#end.race(connection.getStats());
    return { at: this.#clock.now(), reading: readReport(report) };
  }

  async #pass(milliseconds: number): Promise<void> {
    let timer: TimerHandle | undefined;
    try {
      await this.#end.race(
        new Promise<void>((resolve) => {
          timer = this.#clock.setTimeout(resolve, milliseconds);
        }),
      );
    } finally {
      this.#clock.clearTimeout(timer);
    }
  }
}

function whenDescribed(connection: RTCPeerConnection): Promise<void> {
  if (connection.remoteDescription !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const check = (): void => {
      if (connection.remoteDescription === null) return;
      connection.removeEventListener('signalingstatechange', check);
      resolve();
    };
    connection.addEventListener('signalingstatechange', check);
  });
}
