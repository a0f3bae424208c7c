import type { MediaPath } from './statistics-snapshot.ts';

/** Counters of one way of one medium, since the beginning; `undefined` where the browser has none. */
export interface FlowCounters {
  readonly bytes: number;
  readonly packets: number;
  readonly lost: number;
  /** Seconds. */
  readonly jitter: number | undefined;
  readonly energy: number | undefined;
  readonly duration: number | undefined;
  readonly level: number | undefined;
  readonly bufferDelay: number | undefined;
  readonly bufferEmitted: number | undefined;
  /** What the far end says of our packets: the share it missed lately. */
  readonly farLoss: number | undefined;
  readonly codec: string | null;
}

/** One report in the terms of a call. */
export interface ReportReading {
  readonly audio: { readonly sent: FlowCounters | undefined; readonly received: FlowCounters | undefined };
  readonly video: { readonly sent: FlowCounters | undefined; readonly received: FlowCounters | undefined };
  /** Seconds. */
  readonly roundTripTime: number | undefined;
  readonly path: MediaPath | null;
}

type Entry = Readonly<Record<string, unknown>>;

/** Picks what tells of a call's quality out of a report of WebRTC. */
export function readReport(report: RTCStatsReport): ReportReading {
  const entries = new Map<string, Entry>();
  report.forEach((entry: Entry, id) => entries.set(id, entry));
  const all = [...entries.values()];
  const named = (id: unknown): Entry | undefined => (typeof id === 'string' ? entries.get(id) : undefined);
  const flow = (kind: string, type: string): Entry | undefined =>
    // Lines that ended stay in the report; the one that moved most is the one in use.
    all
      .filter((entry) => entry['type'] === type && entry['kind'] === kind)
      .sort((a, b) => packetsOf(b) - packetsOf(a))[0];
  const codecOf = (entry: Entry): string | null => {
    const mimeType = named(entry['codecId'])?.['mimeType'];
    return typeof mimeType === 'string' ? mimeType.slice(mimeType.indexOf('/') + 1) : null;
  };
  const received = (kind: string): FlowCounters | undefined => {
    const entry = flow(kind, 'inbound-rtp');
    return entry && counters(entry, entry, entry, codecOf(entry), undefined);
  };
  const sent = (kind: string): FlowCounters | undefined => {
    const entry = flow(kind, 'outbound-rtp');
    if (entry === undefined) return undefined;
    const remote = farEnd(all, entry);
    return counters(entry, remote, named(entry['mediaSourceId']), codecOf(entry), number(remote, 'fractionLost'));
  };
  const pair = selectedPair(all, named);
  const reported = all.find((entry) => entry['type'] === 'remote-inbound-rtp' && entry['kind'] === 'audio');
  return {
    audio: { sent: sent('audio'), received: received('audio') },
    video: { sent: sent('video'), received: received('video') },
    roundTripTime: number(reported, 'roundTripTime') ?? number(pair, 'currentRoundTripTime'),
    path: pair === undefined ? null : pathOf(named(pair['localCandidateId']), named(pair['remoteCandidateId'])),
  };
}

function counters(
  entry: Entry,
  quality: Entry | undefined,
  sound: Entry | undefined,
  codec: string | null,
  farLoss: number | undefined,
): FlowCounters {
  return {
    bytes: number(entry, 'bytesReceived') ?? number(entry, 'bytesSent') ?? 0,
    packets: packetsOf(entry),
    lost: number(quality, 'packetsLost') ?? 0,
    jitter: number(quality, 'jitter'),
    energy: number(sound, 'totalAudioEnergy'),
    duration: number(sound, 'totalSamplesDuration'),
    level: number(sound, 'audioLevel'),
    bufferDelay: number(entry, 'jitterBufferDelay'),
    bufferEmitted: number(entry, 'jitterBufferEmittedCount'),
    farLoss,
    codec,
  };
}

function farEnd(all: readonly Entry[], entry: Entry): Entry | undefined {
  return all.find((other) => other['type'] === 'remote-inbound-rtp' && other['localId'] === entry['id']);
}

function selectedPair(all: readonly Entry[], named: (id: unknown) => Entry | undefined): Entry | undefined {
  const transport = all.find((entry) => entry['type'] === 'transport' && named(entry['selectedCandidatePairId']));
  if (transport !== undefined) return named(transport['selectedCandidatePairId']);
  // Browsers that report no transport mark the pair itself.
  return all.find((entry) => entry['type'] === 'candidate-pair' && entry['selected'] === true);
}

function pathOf(local: Entry | undefined, remote: Entry | undefined): MediaPath | null {
  if (local === undefined || remote === undefined) return null;
  const kinds = { local: text(local, 'candidateType'), remote: text(remote, 'candidateType') };
  return Object.freeze({
    ...kinds,
    protocol: text(local, 'protocol'),
    relayed: kinds.local === 'relay' || kinds.remote === 'relay',
  });
}

function packetsOf(entry: Entry): number {
  return number(entry, 'packetsReceived') ?? number(entry, 'packetsSent') ?? 0;
}

function number(entry: Entry | undefined, key: string): number | undefined {
  const value = entry?.[key];
  return typeof value === 'number' ? value : undefined;
}

function text(entry: Entry, key: string): string {
  const value = entry[key];
  return typeof value === 'string' ? value : '';
}
