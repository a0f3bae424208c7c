import { Dialog } from '../dialog/dialog.ts';
import type { Muted } from '../media/session-description-handler.ts';
import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import type { PeerRecord } from './peer.ts';
import type { SessionContext } from './session-context.ts';
import type { Agreement } from './session-timer.ts';

/**
 * An answered call as another page needs it to take it up: text and numbers only. Nothing in it is a secret: no
 * password, no digest, and no keys of media, which are negotiated anew.
 */
export interface CallRecord {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly answeredAt: number;
  readonly callId: string;
  readonly local: string;
  readonly remote: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly remoteTarget: string;
  readonly routeSet: readonly string[];
  readonly localSequence: number | null;
  readonly remoteSequence: number | null;
  /** The `o=` line of our last description: the next one goes on from it (RFC 3264 section 8). */
  readonly origin: string;
  /** Whether a picture is part of it, and must stay so: an m-line never goes away (RFC 3264 section 8). */
  readonly video: boolean;
  readonly hold: boolean;
  readonly muted: Muted;
  readonly peer: PeerRecord;
  readonly timer: Agreement | null;
  /** Our half of the Session-ID (RFC 7989). */
  readonly half: string | null;
}

/** More characters than this a call does not take; one that does is not kept. */
export const LARGEST_RECORD = 16_000;

/** What there is to keep of a call; nothing while it is not answered. */
export function recordCall(context: SessionContext): CallRecord | undefined {
  const { dialog, snapshots, state } = context;
  const { answeredAt, createdAt, media } = snapshots.get();
  if (state !== 'Established' || dialog === undefined || answeredAt === null) return undefined;
  const record: CallRecord = {
    id: context.id,
    direction: context.direction,
    createdAt,
    answeredAt,
    callId: dialog.callId,
    local: dialog.local.toString(),
    remote: dialog.remote.toString(),
    localTag: dialog.localTag,
    remoteTag: dialog.remoteTag,
    remoteTarget: dialog.remoteTarget.toString(),
    routeSet: dialog.routeSet.map(String),
    localSequence: dialog.localSequence ?? null,
    remoteSequence: dialog.remoteSequence ?? null,
    origin: /^o=.*$/m.exec(context.lastDescription ?? '')?.[0].trimEnd() ?? '',
    video: media.video !== null,
    hold: context.localHold,
    muted: context.muted,
    peer: context.peer.record,
    timer: context.sessionTimer.agreed ?? null,
    half: context.metadata.half ?? null,
  };
  return JSON.stringify(record).length > LARGEST_RECORD ? undefined : record;
}

/** Reads what was kept; nothing where it is not what {@link recordCall} writes. */
export function readCallRecord(value: unknown): CallRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = new Map<string, unknown>(Object.entries(value));
  return Object.entries(SHAPE).every(([name, fits]) => fits(record.get(name))) ? (value as CallRecord) : undefined;
}

/** The dialog of a record; nothing where its addresses cannot be read. */
export function dialogOf(record: CallRecord): Dialog | undefined {
  const local = NameAddr.parse(record.local);
  const remote = NameAddr.parse(record.remote);
  const remoteTarget = Uri.parse(record.remoteTarget);
  const routeSet = record.routeSet.flatMap((route) => NameAddr.parse(route) ?? []);
  if (local === undefined || remote === undefined || remoteTarget === undefined) return undefined;
  if (routeSet.length !== record.routeSet.length) return undefined;
  const { callId, localTag, remoteTag, localSequence, remoteSequence } = record;
  return new Dialog({
    ...{ callId, localTag, remoteTag, local, remote, remoteTarget, routeSet, state: 'confirmed' },
    localSequence: localSequence ?? undefined,
    remoteSequence: remoteSequence ?? undefined,
  });
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.length <= LARGEST_RECORD;
const isLine: Check = (value) => isText(value) && !/[\r\n\0]/.test(String(value));
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isSequence: Check = (value) =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31);
const isFlag: Check = (value) => typeof value === 'boolean';
const isTexts: Check = (value) => Array.isArray(value) && value.length <= 200 && value.every(isLine);

const SHAPE: { readonly [Name in keyof CallRecord]: Check } = {
  id: (value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value),
  direction: (value) => value === 'incoming' || value === 'outgoing',
  createdAt: isNumber,
  answeredAt: isNumber,
  callId: isLine,
  local: isLine,
  remote: isLine,
  localTag: isLine,
  remoteTag: isLine,
  remoteTarget: isLine,
  routeSet: isTexts,
  localSequence: isSequence,
  remoteSequence: isSequence,
  origin: isLine,
  video: isFlag,
  hold: isFlag,
  muted: (value) => has(value, { audio: isFlag, video: isFlag }),
  peer: (value) =>
    has(value, { allow: (allow) => allow === null || isTexts(allow), supported: isTexts, receives: isTexts }),
  timer: (value) =>
    value === null ||
    has(value, {
      interval: (interval) => typeof interval === 'number' && interval >= 90 && interval <= 86_400,
      refresher: (refresher) => refresher === 'local' || refresher === 'remote',
      own: isFlag,
    }),
  half: (value) => value === null || (typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)),
};

function has(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return Object.entries(shape).every(([name, fits]) => fits(fields.get(name)));
}
