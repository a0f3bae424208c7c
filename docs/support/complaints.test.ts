import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What users of the older libraries complain of most, in our words, and the symptom that answers it. */
const complaints: readonly (readonly [complaint: string, symptom: string])[] = [
  ['the socket is lost and nobody connects again', 'does not come back'],
  ['a call without sound after the network changed', 'gone after the network changed'],
  ['nothing comes from the server after a reconnect', 'hanging up does not reach the far end'],
  ['registers once only', 'registers once and never again'],
  ['the Contact in the answer is not ours', 'sends back another Contact'],
  ['session timers', 'after 15 or 30 minutes'],
  ['422 to the session timer', '422'],
  ['gathering candidates takes 5, 10, 40 seconds', 'until the call leaves'],
  ['hold does not resume', 'none after hold and resume'],
  ['hold of the far end is not seen', 'on hold at the far end'],
  ['a refused re-INVITE breaks the call', 'after a refused hold'],
  ['glare', '491'],
  ['video cannot be taken out', 'picture off again'],
  ['change the microphone in a call', 'another microphone'],
  ['share the screen', 'sharing the screen'],
  ['mute before the answer', 'muted before the answer'],
  ['DTMF by RTP or INFO', 'digits are not understood'],
  ['INFO before the answer', 'digits pressed too early'],
  ['early media and ringback', 'no ringback'],
  ['the call stays after a transfer', 'stays up after a transfer'],
  ['attended transfer of two incoming calls', 'two calls that came in'],
  ['answered elsewhere', 'taken elsewhere counts as missed'],
  ['CANCEL and 200 cross', 'canceled, and the far end rings on'],
  ['the microphone stays on', 'light stays on'],
  ['memory', 'more and more memory'],
  ['the page is loaded again', 'gone after a reload'],
  ['stop takes long', '`stop()` takes long'],
  ['the tab is closed', 'on closing the tab'],
  ['dead links', 'a dead connection is found after minutes'],
  ['the server takes keep-alives for messages', '"bad message"'],
  ['several servers', 'only the first server'],
  ['CommonJS', '`require`'],
  ['one script', 'without a build'],
  ['React Native and Node', 'React Native, Node'],
  ['window in Node', '`window is not defined`'],
  ['StrictMode', 'two registrations in development'],
  ['two copies of React', '"Invalid hook call"'],
  ['Safari on telephones', 'Safari on a telephone'],
  ['ICE fails unnoticed', 'gone in the middle of a call'],
  ['extra headers', 'a header of ours'],
  ['number signs', '`#`, `%` or `;`'],
  ['local conference', 'a conference loses somebody'],
  ['one codec', 'only one codec'],
  ['SHA-256', 'SHA-256'],
  ['transport=wss and the like', '`transport=wss`'],
  ['32 seconds', '32 seconds'],
  ['types are not found', 'no types found'],
  ['no camera, or listening alone', 'listening alone'],
  ['no camera', 'no camera'],
  ['where is the sound', 'my own components'],
  ['lamps and voicemail', 'lamps and voicemail'],
  ['who it is after a transfer', 'after a transfer the old name'],
  ['a second call', 'the second call'],
  ['calls to oneself', '482'],
];

const symptoms = readFileSync(new URL('../troubleshooting.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test.each(complaints)('[APP-06] %s: there is a symptom for it', (_complaint, symptom) => {
  expect(symptoms.filter(([, cell = '']) => cell.includes(symptom))).not.toEqual([]);
});

test('[APP-06] every symptom has a cure', () => {
  expect(symptoms.filter(([, , , cure = '']) => cure === '')).toEqual([]);
});
