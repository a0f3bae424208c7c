/** What we send of one medium, over the last interval unless said otherwise. */
export interface SentStatistics {
  /** Bits a second, without headers. */
  readonly bitrate: number;
  /** Packets since the beginning. */
  readonly packets: number;
  /** Share that the far end says it missed, 0 to 1; `null` where it does not report. */
  readonly loss: number | null;
  /** Milliseconds, as the far end reports it. */
  readonly jitter: number | null;
  /** Loudness of the microphone, 0 to 1; `null` for video. */
  readonly level: number | null;
  /** Such as `opus`. */
  readonly codec: string | null;
}

/** What we receive of one medium, over the last interval unless said otherwise. */
export interface ReceivedStatistics {
  /** Bits a second, without headers. */
  readonly bitrate: number;
  /** Packets since the beginning. */
  readonly packets: number;
  /** Packets lost since the beginning. */
  readonly lost: number;
  /** Share of packets lost, 0 to 1. */
  readonly loss: number;
  /** Milliseconds. */
  readonly jitter: number | null;
  /** How long sound waits in the jitter buffer, in milliseconds. */
  readonly bufferDelay: number | null;
  /** Loudness as it is played, 0 to 1: of a muted element it is 0, in some browsers. `null` for video. */
  readonly level: number | null;
  readonly codec: string | null;
}

/** One medium both ways; `null` for a way that carries nothing. */
export interface MediumStatistics {
  readonly sent: SentStatistics | null;
  readonly received: ReceivedStatistics | null;
}

/** The way that packets take (RFC 8445). */
export interface MediaPath {
  /** Kinds of candidate: `host`, `srflx`, `prflx`, `relay`. */
  readonly local: string;
  readonly remote: string;
  /** `udp` or `tcp`. */
  readonly protocol: string;
  /** Whether a TURN server stands between. */
  readonly relayed: boolean;
}

/** A call's media over one interval: frozen and serialisable. */
export interface StatisticsSnapshot {
  /** When it was measured, milliseconds since the epoch. */
  readonly at: number;
  readonly audio: MediumStatistics;
  readonly video: MediumStatistics;
  /** There and back, in milliseconds; `null` until it is known. */
  readonly roundTripTime: number | null;
  readonly path: MediaPath | null;
  /** What people would say of the sound they hear here, 1 to 4.5 (ITU-T G.107); `null` while none arrives. */
  readonly mos: number | null;
}
