import type { ErrorInfo } from '../base/errors.ts';
import { readLeftCalls, type LeftCalls } from '../ua/resumable-calls.ts';
import type { UASnapshot } from '../ua/ua-snapshot.ts';

/** Something to be done with a call, or to begin one, wherever the call is. */
export type TabAct =
  | { readonly name: 'call'; readonly target: string }
  | { readonly name: 'answer' | 'hangUp' | 'hold' | 'unhold' | 'mute' | 'unmute'; readonly session: string }
  | { readonly name: 'dtmf'; readonly session: string; readonly tones: string }
  | { readonly name: 'transfer'; readonly session: string; readonly target: string };

/** What tabs tell one another. `from` is the tab's own random name. */
export type TabMessage =
  /** A tab has come, and asks who leads. */
  | { readonly kind: 'hello'; readonly from: string }
  /** The leader is there, and its phone looks like this. */
  | { readonly kind: 'leading'; readonly from: string; readonly snapshot: UASnapshot }
  /** A tab is about to lead, where nobody else is. */
  | { readonly kind: 'claim'; readonly from: string }
  /** The leader goes. */
  | { readonly kind: 'gone'; readonly from: string }
  | { readonly kind: 'act'; readonly from: string; readonly id: string; readonly act: TabAct }
  | { readonly kind: 'done'; readonly from: string; readonly id: string; readonly error: ErrorInfo | null }
  /** Calls that the page before this one left: they go on where the phone is. */
  | { readonly kind: 'left'; readonly from: string; readonly left: LeftCalls };

const ACTS: readonly string[] = ['call', 'answer', 'hangUp', 'hold', 'unhold', 'mute', 'unmute', 'dtmf', 'transfer'];

/** Reads what came over the channel; nothing where it is not ours. Pages of one origin trust each other. */
export function readTabMessage(value: unknown): TabMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = new Map<string, unknown>(Object.entries(value));
  const from = message.get('from');
  const id = message.get('id');
  if (typeof from !== 'string') return undefined;
  switch (message.get('kind')) {
    case 'hello':
      return { kind: 'hello', from };
    case 'claim':
      return { kind: 'claim', from };
    case 'gone':
      return { kind: 'gone', from };
    case 'leading': {
      const snapshot = message.get('snapshot');
      return isSnapshot(snapshot) ? { kind: 'leading', from, snapshot } : undefined;
    }
    case 'act': {
      const act = message.get('act');
      return typeof id === 'string' && isAct(act) ? { kind: 'act', from, id, act } : undefined;
    }
    case 'done': {
      const error = message.get('error');
      return typeof id === 'string' && (error === null || isError(error))
        ? { kind: 'done', from, id, error }
        : undefined;
    }
    case 'left': {
      const left = readLeftCalls(message.get('left'));
      return left === undefined ? undefined : { kind: 'left', from, left };
    }
    default:
      return undefined;
  }
}

function isSnapshot(value: unknown): value is UASnapshot {
  return typeof value === 'object' && value !== null && 'status' in value && 'sessions' in value;
}

function isError(value: unknown): value is ErrorInfo {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

function isAct(value: unknown): value is TabAct {
  if (typeof value !== 'object' || value === null || !('name' in value)) return false;
  return typeof value.name === 'string' && ACTS.includes(value.name);
}
