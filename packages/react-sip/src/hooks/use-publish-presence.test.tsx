import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPidf } from '@hookswitch/sip-core';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { usePublishPresence } from './use-publish-presence.ts';

let line: FakeLine;
beforeEach(() => void (line = new FakeLine()));
afterEach(() => line.network.close());

/** The documents that were published, oldest first; an empty one is a refresh or a removal. */
const published = () =>
  line.network.trace.find('PUBLISH').map(({ text }) => readPidf(text.slice(text.indexOf('\r\n\r\n') + 4)));

it('[RCT-03] publishes our presence, replaces it, and takes it back', async () => {
  const { value } = renderOnLine(line.ua('alice'), () => usePublishPresence());
  await line.pass();
  expect(value()).toMatchObject({ status: null, pending: false, error: null });
  line.network.answerNext('PUBLISH', 200, { headers: ['SIP-ETag: one', 'Expires: 3600'] });
  act(() => void value().publish('busy', 'In a meeting'));
  expect(value()).toMatchObject({ status: 'busy', pending: true });
  await line.pass();
  expect(value()).toMatchObject({ status: 'busy', pending: false, error: null });
  line.network.answerNext('PUBLISH', 200, { headers: ['SIP-ETag: two', 'Expires: 3600'] });
  act(() => void value().publish('doNotDisturb'));
  await line.pass();
  expect(published().filter((each) => each !== undefined)).toMatchObject([
    { basic: 'open', activities: ['busy'], notes: [], tuples: [{ note: 'In a meeting' }] },
    { basic: 'closed', activities: ['busy', 'do-not-disturb'] },
  ]);
  line.network.answerNext('PUBLISH', 200, { headers: ['SIP-ETag: three', 'Expires: 0'] });
  act(() => void value().publish(null));
  await line.pass();
  expect(value()).toMatchObject({ status: null, pending: false });
  expect(published().at(-1)).toBeUndefined();
});

it('[RCT-03] says that the server takes no presence', async () => {
  const { value } = renderOnLine(line.ua('alice'), () => usePublishPresence());
  await line.pass();
  line.network.answerNext('PUBLISH', 489);
  let sent: Promise<void> | undefined;
  act(() => void (sent = value().publish('away')));
  const refused = expect(sent).rejects.toMatchObject({ statusCode: 489 });
  await line.pass();
  await refused;
  expect(value()).toMatchObject({ status: 'away', pending: false, error: { statusCode: 489 } });
});
