import type { TraceEntry, TraceMark } from '@hookswitch/react-sip';
import type { Tone } from '../call/call-mood.ts';
import { headerOf, splitMessage } from './split-message.ts';

/** A message as a row of the ladder. */
interface TraceMessage {
  readonly kind: 'message';
  readonly id: number;
  readonly entry: TraceEntry;
  /** `INVITE`, or `401 Unauthorized`. */
  readonly title: string;
  readonly cseq: string;
  /** The address of the other end. */
  readonly party: string;
  /** Counts the Call-IDs in order of appearance. */
  readonly lane: number;
  readonly tone: Tone;
  readonly failure: boolean;
  /** The same message crossed the connection before. */
  readonly again: boolean;
  readonly hasBody: boolean;
  /** Milliseconds since the message before it in the same lane; `null` for the first. */
  readonly after: number | null;
}

/** What happened to the connection, as a row of the ladder. */
interface TraceEvent {
  readonly kind: 'mark';
  readonly id: number;
  readonly mark: TraceMark;
  readonly tone: Tone;
  readonly failure: boolean;
}

/** A row of the ladder. */
export type TraceItem = TraceMessage | TraceEvent;

/** What a message says by itself, whatever stands around it. */
interface Reading {
  readonly title: string;
  readonly cseq: string;
  readonly party: string;
  readonly hasBody: boolean;
  /** Equal for a message and its retransmission (RFC 3261 section 17). */
  readonly fingerprint: string;
  /** Equal for a request and its responses. */
  readonly transaction: string;
  readonly authorized: boolean;
}

const readings = new WeakMap<TraceEntry, Reading>();
const items = new WeakMap<TraceEntry | TraceMark, TraceItem>();

/** The rows of a trace, in the order in which things happened. A row that says what it said keeps its identity. */
export function traceItems(messages: readonly TraceEntry[], marks: readonly TraceMark[]): readonly TraceItem[] {
  const lanes = new Map<string, { readonly lane: number; last: number }>();
  const seen = new Set<string>();
  const authorized = new Set<string>();
  const rows: TraceItem[] = messages.map((entry) => {
    const reading = readingOf(entry);
    const { fingerprint, transaction, title, cseq, party, hasBody } = reading;
    const known = lanes.get(entry.callId);
    const { lane } = known ?? { lane: lanes.size };
    const again = seen.has(fingerprint);
    seen.add(fingerprint);
    if (reading.authorized) authorized.add(transaction);
    const failure = isFailure(entry.statusCode, authorized.has(transaction));
    const after = known === undefined ? null : Math.max(0, entry.time - known.last);
    if (known === undefined) lanes.set(entry.callId, { lane, last: entry.time });
    else known.last = entry.time;
    const tone = toneOf(entry.statusCode, failure);
    return kept(entry, {
      ...{ kind: 'message', id: entry.id, entry, title, cseq, party, hasBody },
      ...{ lane, tone, failure, again, after },
    });
  });
  if (marks.length === 0) return rows;
  return [...rows, ...marks.map(eventOf)].sort((a, b) => a.id - b.id);
}

function eventOf(mark: TraceMark): TraceItem {
  const failure = mark.error !== null;
  const tones = { connected: 'go', disconnected: failure ? 'end' : 'off', connectFailed: 'end' } as const;
  const tone = mark.kind === 'keepAliveSent' || mark.kind === 'keepAliveReceived' ? 'off' : tones[mark.kind];
  return kept(mark, { kind: 'mark', id: mark.id, mark, tone, failure });
}

/** The row as it was before, where it says the same. */
function kept(source: TraceEntry | TraceMark, fresh: TraceItem): TraceItem {
  const known = items.get(source);
  const keys = Object.keys(fresh) as (keyof TraceItem)[];
  if (known?.kind === fresh.kind && keys.every((key) => known[key] === fresh[key])) return known;
  items.set(source, fresh);
  return fresh;
}

function readingOf(entry: TraceEntry): Reading {
  const known = readings.get(entry);
  if (known !== undefined) return known;
  const { startLine, headers, body } = splitMessage(entry.text);
  const [cseq, via] = [headerOf(headers, 'cseq'), headerOf(headers, 'via', 'v')];
  const [from, to] = [headerOf(headers, 'from', 'f'), headerOf(headers, 'to', 't')];
  // Requests that go out, and responses to them, name the far end in To; those that come in, in From.
  const theirs = (entry.direction === 'sent') === (entry.statusCode === null) ? to : from;
  const made: Reading = {
    title: entry.statusCode === null ? entry.method : startLine.replace(/^\S+\s+/, ''),
    cseq,
    party: /<?sips?:([^;>?]+)/i.exec(theirs)?.[1] ?? theirs,
    hasBody: body.trim() !== '',
    fingerprint: [entry.direction, startLine, via, cseq, to].join('\n'),
    transaction: [entry.callId, /branch=([^;\s]+)/i.exec(via)?.[1] ?? via, cseq.replace(/\s.*/, '')].join('\n'),
    authorized: headers.some(({ name }) => /^(proxy-)?authorization$/i.test(name)),
  };
  readings.set(entry, made);
  return made;
}

/** A first challenge is part of the game, and 487 is how a call ends that was cancelled (RFC 3261 sections 22, 15). */
function isFailure(statusCode: number | null, authorized: boolean): boolean {
  if (statusCode === null || statusCode < 400 || statusCode === 487) return false;
  return (statusCode !== 401 && statusCode !== 407) || authorized;
}

function toneOf(statusCode: number | null, failure: boolean): Tone {
  if (failure) return 'end';
  if (statusCode === null) return 'info';
  if (statusCode < 200) return 'wait';
  return statusCode < 300 ? 'go' : 'off';
}

/** What a lane is called: A to Z, then A2 to Z2, and so on. */
export function laneName(lane: number): string {
  const round = Math.floor(lane / 26);
  return `${String.fromCharCode(65 + (lane % 26))}${round === 0 ? '' : round + 1}`;
}
