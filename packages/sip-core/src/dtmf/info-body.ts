import type { IncomingMessage } from '../message/incoming-message.ts';

/** A tone as an INFO carries it. */
export interface InfoTone {
  readonly tone: string;
  /** Milliseconds. */
  readonly duration: number;
}

const SYMBOLS = '0123456789*#ABCD';
const DEFAULT_DURATION = 100;

/** The body of an INFO that carries one tone, as most servers read it (`application/dtmf-relay`). */
export function writeDtmfRelay(tone: InfoTone): string {
  return `Signal=${tone.tone}\r\nDuration=${tone.duration}\r\n`;
}

/** Whether a message carries DTMF in one of the forms that {@link readInfoTones} knows. */
export function isDtmf(message: IncomingMessage): boolean {
  const type = message.contentType?.type ?? '';
  return ['application/dtmf-relay', 'application/dtmf', 'application/vnd.nortelnetworks.digits'].includes(type);
}

/**
 * Reads the tones of an INFO: `Signal=5` lines, a bare `5`, or Nortel's `d=Digits=5`.
 *
 * @returns no tones when the body is not what its type says
 */
export function readInfoTones(message: IncomingMessage): readonly InfoTone[] {
  const type = message.contentType?.type;
  const { body } = message;
  if (type === 'application/dtmf') return toTones(body.trim(), DEFAULT_DURATION);
  const fields = readFields(body);
  if (type === 'application/dtmf-relay') {
    const duration = Number(fields.get('duration') ?? DEFAULT_DURATION);
    return toTones(
      fields.get('signal') ?? '',
      Number.isInteger(duration) && duration > 0 ? duration : DEFAULT_DURATION,
    );
  }
  return toTones(fields.get('d=digits') ?? '', DEFAULT_DURATION);
}

/** `name=value` lines; the value is what follows the last `=`. */
function readFields(body: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of body.slice(0, 500).split('\n')) {
    const equals = line.lastIndexOf('=');
    if (equals > 0) fields.set(line.slice(0, equals).trim().toLowerCase(), line.slice(equals + 1).trim());
  }
  return fields;
}

function toTones(text: string, duration: number): readonly InfoTone[] {
  // Some senders write * and # as their event numbers (RFC 4733 section 3.2).
  const symbols = text === '10' ? '*' : text === '11' ? '#' : text.toUpperCase();
  if (symbols === '' || symbols.length > 64) return [];
  const tones = Array.from(symbols);
  return tones.every((tone) => SYMBOLS.includes(tone)) ? tones.map((tone) => ({ tone, duration })) : [];
}
