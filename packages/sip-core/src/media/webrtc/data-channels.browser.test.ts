import { afterEach, describe, expect, it } from 'vitest';
import { createMediaEnd, exchange, type MediaEnd, type MediaEndOptions } from '../../testing/media-end.ts';
import { mediaLines } from '../media-lines.ts';

const cleanups: (() => void)[] = [];
const soon = { timeout: 8000, interval: 20 };

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function end(options: MediaEndOptions = {}): MediaEnd {
  const made = createMediaEnd(options);
  cleanups.push(() => made.close());
  return made;
}

describe('a data channel', () => {
  it('[MED-02] carries text both ways, from the side that offers to the side that wants one', async () => {
    const [alice, bob] = [end({ dataChannel: { label: 'notes', ordered: false } }), end({ dataChannel: {} })];
    const opened: string[] = [];
    for (const { handler } of [alice, bob]) handler.channels.on('opened', ({ label }) => opened.push(label));
    const { offer } = await exchange(alice.handler, bob.handler);
    expect(mediaLines(offer).map(({ kind }) => kind)).toEqual(['audio', 'application']);
    await expect.poll(() => opened, soon).toEqual(['notes', 'notes']);
    const [ours, theirs] = [alice.handler.dataChannel!, bob.handler.dataChannel!];
    expect(theirs.ordered).toBe(false);
    const heard: unknown[] = [];
    theirs.addEventListener('message', ({ data }) => {
      heard.push(data);
      theirs.send('and back');
    });
    ours.addEventListener('message', ({ data }) => heard.push(data));
    ours.send('there');
    await expect.poll(() => heard, soon).toEqual(['there', 'and back']);
    // A hold and its end keep it.
    await exchange(bob.handler, alice.handler, { hold: true });
    ours.send('held');
    await expect.poll(() => heard, soon).toContain('held');
    alice.handler.close();
    await expect.poll(() => theirs.readyState, soon).toBe('closed');
  });

  it('[MED-02] is closed by a side that wants none, and the sound goes on', async () => {
    const [alice, bob] = [end({ dataChannel: {} }), end()];
    await exchange(alice.handler, bob.handler);
    await expect.poll(() => alice.handler.dataChannel?.readyState, soon).toBe('closed');
    expect(bob.handler.dataChannel).toBeUndefined();
    expect(alice.handler.media.audio).toEqual({ local: 'sendrecv', remote: 'sendrecv' });
  });

  it('[MED-02] is not offered unless asked for', async () => {
    const { body } = await end().handler.getDescription();
    expect(mediaLines(body).map(({ kind }) => kind)).toEqual(['audio']);
  });
});
