import { InvalidValueError, SipError } from '../base/errors.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import { Dice } from './dice.ts';
import type { PhoneBox } from './phones.ts';
import { inspect, type WireTap } from './wire-tap.ts';

/** A phone whose socket is listened to. */
export interface TappedScene {
  readonly box: PhoneBox;
  readonly tap: WireTap;
}

/** The header field that most places are tried with. */
export const testHeader = (message: IncomingMessage): string | undefined => message.header('X-Test');

/** What is given where a line of text is expected, to break out of it. */
export const BREAKOUTS: readonly string[] = [
  'x\r\nX-Evil: 1',
  'x\nX-Evil: 1',
  'x\rX-Evil: 1',
  '\r\nX-Evil: 1',
  'x\r\n\r\nINVITE sip:evil@example.com SIP/2.0\r\n\r\n',
  'x\r\n folded',
  'x\0y',
  'x\u0001\u007fy',
  'x\u0085X-Evil: 1',
  'x\u2028X-Evil: 1',
  '%0d%0aX-Evil:%201',
  'x%00y',
  '"',
  '\\',
  'x\\',
  '\\"',
  '"; X-Evil=1; y="',
  '"a" <sip:evil@example.org>;x="',
  '>;tag=evil',
  '<sip:evil@example.org>',
  'a,b',
  'a;b=c',
  'x:y',
  'x?X-Evil=1',
  'a@b@c',
  "it's (odd) [text]",
  'é 🎉',
  '\ud800',
  '',
  ' ',
  '\t',
  ' x ',
  '__proto__',
];

/** One place where an application hands us text that goes into a message. */
export interface Place {
  /** Whose messages it is written into. */
  readonly method: string;
  act(value: string): unknown;
  /** Reads back what was written; nothing where several ways of writing are right. */
  read?(message: IncomingMessage): string | undefined;
  /** What has to be there before, for each value anew. */
  before?(): Promise<unknown>;
}

/** The text as a field value is read: without white space around it (RFC 3261 section 7.3.1). */
export const inField = (value: string): string => value.trim();

/** {@link BREAKOUTS}, and texts by chance. */
export const VALUES: readonly string[] = [...BREAKOUTS, ...randomTexts()];

/** Texts of what matters to a parser, in any order. */
function randomTexts(): readonly string[] {
  const dice = new Dice('injection');
  const parts = [
    '\r',
    '\n',
    '\r\n',
    '\0',
    '"',
    '\\',
    '<',
    '>',
    ';',
    ',',
    ':',
    '=',
    '@',
    '%',
    '%0a',
    ' ',
    'x',
    'X-Evil: 1',
  ];
  return Array.from({ length: 40 }, () => Array.from({ length: 1 + dice.below(7) }, () => dice.pick(parts)).join(''));
}

/** Calls an act; gives what it throws or rejects with while half a second passes. */
export async function errorOf(box: PhoneBox, act: () => unknown): Promise<unknown> {
  let error: unknown;
  try {
    const result = act();
    if (typeof result === 'object' && result !== null && 'then' in result)
      Promise.resolve(result).catch((reason: unknown) => (error = reason));
  } catch (reason) {
    error = reason;
  }
  await box.run(100);
  return error;
}

/** Tries every value at a place: either an error that names the field and nothing sent, or a message as it should be. */
export async function tryAll(scene: TappedScene, place: Place, values: readonly string[] = VALUES): Promise<void> {
  const { box, tap } = scene;
  await place.before?.();
  tap.clear();
  await errorOf(box, () => place.act('plain'));
  const usual = tap.find(place.method);
  if (usual === undefined) throw new Error(`no ${place.method} was sent`);
  const { names, message } = inspect(usual);
  const usualNames = listed(names);
  insist((place.read?.(message) ?? 'plain') === 'plain', 'is not read back as it was written', usual);
  for (const value of values) {
    const about = JSON.stringify(value);
    await place.before?.();
    tap.clear();
    const error = await errorOf(box, () => place.act(value));
    const frame = tap.find(place.method);
    if (frame === undefined) {
      insist(
        error instanceof InvalidValueError && error.field !== '',
        'is neither sent nor refused by its name',
        about,
      );
      continue;
    }
    // What is sent may be refused by the far end, and by that only.
    const refused = error instanceof SipError && ['RESPONSE', 'SESSION_ENDED', 'CANCELED'].includes(error.code);
    insist(error === undefined || refused, 'is sent, and fails', `${about} ${String(error)}`);
    const seen = inspect(frame);
    insist(listed(seen.names) === usualNames, `has other lines than ${usualNames}`, `${about}\n${frame}`);
    const read = place.read?.(seen.message) ?? inField(value);
    insist(read === inField(value), `is read back as ${JSON.stringify(read)}`, `${about}\n${frame}`);
  }
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].sort().join(' ');
}

function insist(condition: boolean, problem: string, about: string): void {
  if (!condition) throw new Error(`${problem}: ${about}`);
}
