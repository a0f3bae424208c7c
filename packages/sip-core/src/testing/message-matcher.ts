import { MessageText } from './message-text.ts';

/** What can be told of a message at a glance, malformed ones included. */
export interface MessageSummary {
  readonly kind: 'request' | 'response' | 'other';
  /** The request's method, or the one that CSeq of a response names; empty for what is not SIP. */
  readonly method: string;
  /** Status code of a response, otherwise 0. */
  readonly statusCode: number;
  readonly callId: string;
  readonly startLine: string;
}

/** Reads the summary of a message. */
export function summarize(text: string): MessageSummary {
  const message = MessageText.parse(text);
  const { startLine } = message;
  const callId = message.first('Call-ID') ?? '';
  const response = /^SIP\/2\.0 (\d{3})/i.exec(startLine);
  if (response !== null) {
    const method = /^\d+\s+(\S+)/.exec(message.first('CSeq') ?? '')?.[1] ?? '';
    return { kind: 'response', method, statusCode: Number(response[1]), callId, startLine };
  }
  const request = /^(\S+) .*SIP\/\d/i.exec(startLine);
  if (request !== null) return { kind: 'request', method: request[1] ?? '', statusCode: 0, callId, startLine };
  return { kind: 'other', method: '', statusCode: 0, callId, startLine };
}

/**
 * Which messages are meant: `'INVITE'` requests of a method; `'200'` or `'2xx'` responses; `'200 INVITE'` responses to
 * a method; `'*'` all; or a function.
 */
export type Matcher<Subject extends MessageSummary = MessageSummary> = string | ((message: Subject) => boolean);

/** Whether a message is one of those a matcher means. */
export function matches<Subject extends MessageSummary>(matcher: Matcher<Subject>, message: Subject): boolean {
  if (typeof matcher === 'function') return matcher(message);
  if (matcher === '*') return true;
  const [first = '', method] = matcher.trim().split(/\s+/);
  if (!/^[1-6](\d\d|xx)$/i.test(first)) return message.kind === 'request' && message.method === first;
  if (message.kind !== 'response' || (method !== undefined && message.method !== method)) return false;
  const code = String(message.statusCode);
  return first.toLowerCase().endsWith('xx') ? code[0] === first[0] : code === first;
}
