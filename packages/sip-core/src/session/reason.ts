import type { IncomingMessage } from '../message/incoming-message.ts';
import { readParameterised } from '../message/header-values.ts';
import { refuseBreaks } from '../message/params.ts';
import type { ReasonValue } from './end-cause.ts';

/** The Reason header field (RFC 3326): the SIP value where there are several, else the first. */
export function readReason(message: IncomingMessage): ReasonValue | null {
  if (!message.has('Reason')) return null;
  const values = message.values('Reason').flatMap(parseReason);
  return values.find((value) => value.protocol === 'SIP') ?? values[0] ?? null;
}

/** Reads one value of the Reason header field; nothing when it is malformed. */
export function parseReason(value: string): readonly ReasonValue[] {
  const parts = readParameterised(value, 0, value.length);
  if (parts === undefined) return [];
  const cause = Number(parts.params.get('cause') ?? Number.NaN);
  return [
    Object.freeze({
      protocol: parts.value.toUpperCase(),
      cause: Number.isInteger(cause) ? cause : null,
      text: parts.params.get('text') ?? null,
    }),
  ];
}

/** Whether somebody else took the call, which then is no missed one (RFC 3326 section 2 with a SIP 200). */
export function isAnsweredElsewhere(reason: ReasonValue | null): boolean {
  return reason?.protocol === 'SIP' && reason.cause === 200;
}

/** A Reason header field value of our own. @throws InvalidValueError for a line break in the text */
export function sipReason(statusCode: number, text: string): string {
  refuseBreaks(text, 'reason phrase');
  return `SIP;cause=${statusCode};text="${text.replace(/[\\"]/g, '\\$&')}"`;
}
