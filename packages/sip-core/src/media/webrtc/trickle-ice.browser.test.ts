import { afterEach, describe, expect, it } from 'vitest';
import { BrowserPhones, mediaOf } from '../../testing/browser-phones.ts';
import { listenTo, type ToneMeter } from '../../testing/tone-meter.ts';
import type { Session } from '../../session/session.ts';

const soon = { timeout: 8000, interval: 20 };
const cleanups: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function hear(session: Session): ToneMeter {
  const meter = listenTo(mediaOf(session).remoteMediaStream);
  cleanups.push(() => meter.stop());
  return meter;
}

describe('trickle ICE by WebRTC', () => {
  it('[PRO-11] answers before gathering has ended, and is heard', async () => {
    const phones = new BrowserPhones();
    cleanups.push(() => phones.close());
    const alice = await phones.phone('alice');
    const bob = await phones.phone('bob');
    let gatheringThen: string | undefined;
    let answer = '';
    const infos: string[] = [];
    bob.ua.userAgent.core.trace.on(({ direction, text }) => {
      if (direction !== 'sent') return;
      if (text.startsWith('INFO ')) infos.push(text);
      if (!/^SIP\/2\.0 200 /.test(text) || !text.includes('m=audio') || answer !== '') return;
      answer = text;
      const [session] = [...bob.ua.sessions.values()];
      if (session !== undefined) gatheringThen = mediaOf(session).peerConnection.iceGatheringState;
    });
    const { caller, callee } = await phones.call(alice, bob);
    expect(answer).not.toContain('a=candidate:');
    expect(gatheringThen).not.toBe('complete');
    const [atAlice, atBob] = [hear(caller), hear(callee)];
    await expect.poll(() => atAlice.levelAt(620), soon).toBeGreaterThan(0.05);
    await expect.poll(() => atBob.levelAt(440), soon).toBeGreaterThan(0.05);
    await expect.poll(() => infos.at(-1) ?? '', soon).toContain('a=end-of-candidates');
    const stats = [...(await mediaOf(caller).getStats()).values()] as { type: string; candidateType?: string }[];
    const remote = stats.filter(({ type }) => type === 'remote-candidate');
    expect(remote.some(({ candidateType }) => candidateType === 'host')).toBe(true);
    // A later offer of either side needs no gathering any more, a restart goes at once as well.
    await callee.reinvite({ sessionDescriptionHandlerOptions: { iceRestart: true } });
    await expect.poll(() => mediaOf(caller).peerConnection.iceConnectionState, soon).toMatch(/connected|completed/);
    await expect.poll(() => atAlice.levelAt(620), soon).toBeGreaterThan(0.05);
    await expect.poll(() => atBob.levelAt(440), soon).toBeGreaterThan(0.05);
  });
});
