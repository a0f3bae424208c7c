import { readParameterised } from '../message/header-values.ts';
import { isAll, TOKEN } from '../message/characters.ts';

/** The dialog whose place a call is to take, as the one who is asked sees it (RFC 3891 section 6.1). */
export interface Replaces {
  readonly callId: string;
  /** The tag of whoever is asked. */
  readonly toTag: string;
  /** The tag of their far end; `0` may stand for none (RFC 2543). */
  readonly fromTag: string;
  /** Only a dialog that is not answered yet may be replaced. */
  readonly earlyOnly: boolean;
}

/**
 * Reads a Replaces header field value.
 *
 * @returns `undefined` when it is malformed: not exactly one of each tag, or anything in it that no header field holds
 */
export function readReplaces(value: string): Replaces | undefined {
  const parts = readParameterised(value, 0, value.length);
  if (parts === undefined) return undefined;
  const toTag = parts.params.get('to-tag') ?? '';
  const fromTag = parts.params.get('from-tag') ?? '';
  if (!isAll(toTag, TOKEN) || !isAll(fromTag, TOKEN)) return undefined;
  if (count(value, 'to-tag') !== 1 || count(value, 'from-tag') !== 1) return undefined;
  return { callId: parts.value, toTag, fromTag, earlyOnly: parts.params.has('early-only') };
}

/** Writes a Replaces header field value. */
export function writeReplaces(replaces: Replaces): string {
  const { callId, toTag, fromTag, earlyOnly } = replaces;
  return `${callId};to-tag=${toTag};from-tag=${fromTag}${earlyOnly ? ';early-only' : ''}`;
}

function count(value: string, name: string): number {
  return value.split(';').filter((part) => part.split('=', 1)[0]?.trim().toLowerCase() === name).length;
}
