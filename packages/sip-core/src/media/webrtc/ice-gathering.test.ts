import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import { Interruption } from '../interruption.ts';
import { mediaClosed } from '../media-error.ts';
import { IceGathering, gatheringDeadline, iceServers, type GatheringSource } from './ice-gathering.ts';

const progress = (
  lastAt?: number,
  reflexiveAt?: number,
  relayAt?: number,
): Parameters<typeof gatheringDeadline>[0] => ({ startedAt: 1000, lastAt, reflexiveAt, relayAt });
const none = { stun: false, turn: false };
const stun = { stun: true, turn: false };
const turn = { stun: true, turn: true };

describe('gatheringDeadline', () => {
  it.each([
    ['no candidate yet', progress(), none, 2000],
    ['a host candidate, no servers', progress(1003), none, 1033],
    ['a host candidate, a silent server', progress(1003), stun, 1250],
    ['a reflexive candidate', progress(1080, 1080), stun, 1180],
    ['a reflexive candidate, a relay to come', progress(1200, 1200), turn, 1400],
    ['a quick reflexive candidate, a relay to come', progress(1020, 1020), turn, 1120],
    ['a relay', progress(1150, 1080, 1150), turn, 1250],
    ['a late relay', progress(1950, 1080, 1950), turn, 2000],
  ])('[MED-01] with %s', (_, soFar, servers, deadline) => {
    expect(gatheringDeadline(soFar, servers, 1000)).toBe(deadline);
  });

  it('[MED-01] knows which servers are named', () => {
    expect(iceServers({})).toEqual(none);
    expect(iceServers({ iceServers: [{ urls: 'stun:a' }, { urls: ['stuns:b'] }] })).toEqual(stun);
    expect(iceServers({ iceServers: [{ urls: ['STUN:a', 'turns:b?transport=tcp'] }] })).toEqual(turn);
  });
});

/** A peer connection as far as gathering goes. */
class FakeSource extends EventTarget {
  iceGatheringState: RTCIceGatheringState = 'gathering';
  localDescription: RTCSessionDescription | null = null;
  listeners = 0;

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners += 1;
    super.addEventListener(...args);
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners -= 1;
    super.removeEventListener(...args);
  }

  candidate(type: string | null, protocol = 'udp', usernameFragment: string | null = null): void {
    const candidate = type === null ? null : { type, protocol, usernameFragment };
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
  }

  complete(): void {
    this.iceGatheringState = 'complete';
    this.dispatchEvent(new Event('icegatheringstatechange'));
  }
}

function scene(servers = none): {
  clock: VirtualClock;
  source: FakeSource;
  gathering: IceGathering;
  cut: Interruption;
} {
  const clock = new VirtualClock({ start: 0 });
  const source = new FakeSource();
  return {
    clock,
    source,
    gathering: new IceGathering(source as GatheringSource, servers, clock),
    cut: new Interruption(),
  };
}

async function doneAt(clock: VirtualClock, promise: Promise<void>): Promise<number> {
  let at = -1;
  void promise.then(() => {
    at = clock.now();
  });
  await clock.runUntil(() => at >= 0, 60_000);
  return at;
}

describe('IceGathering', () => {
  it('[MED-01] waits until the host candidates have come, not for TCP ones', async () => {
    const { clock, source, gathering, cut } = scene();
    clock.setTimeout(() => source.candidate('host'), 5);
    clock.setTimeout(() => source.candidate('host'), 30);
    clock.setTimeout(() => source.candidate('host', 'tcp'), 70);
    expect(await doneAt(clock, gathering.wait(1000, false, cut))).toBe(60);
  });

  it('[MED-01] ends at the end of gathering, or at the timeout', async () => {
    const first = scene();
    first.clock.setTimeout(() => first.source.candidate('host'), 5);
    first.clock.setTimeout(() => first.source.complete(), 20);
    expect(await doneAt(first.clock, first.gathering.wait(1000, true, first.cut))).toBe(20);
    const second = scene();
    expect(await doneAt(second.clock, second.gathering.wait(700, false, second.cut))).toBe(700);
    expect(second.clock.pending).toBe(0);
  });

  it('[MED-01] counts from the beginning of gathering, and anew after a restart', async () => {
    const { clock, source, gathering, cut } = scene(stun);
    source.candidate('host');
    expect(await doneAt(clock, gathering.wait(1000, false, cut))).toBe(250);
    expect(await doneAt(clock, gathering.wait(1000, false, cut))).toBe(250);
    gathering.restart();
    clock.setTimeout(() => source.candidate('srflx'), 40);
    expect(await doneAt(clock, gathering.wait(1000, false, cut))).toBe(390);
  });

  it('[MED-06] does not take the end of a gathering for that of the next', async () => {
    const { clock, source, gathering, cut } = scene();
    source.complete();
    expect(await doneAt(clock, gathering.wait(1000, false, cut))).toBe(0);
    gathering.restart();
    source.localDescription = { type: 'offer', sdp: 'a=ice-ufrag:new\r\n', toJSON: () => ({ type: 'offer' }) };
    clock.setTimeout(() => source.candidate('host', 'udp', 'old'), 10);
    clock.setTimeout(() => source.candidate('host', 'udp', 'new'), 200);
    clock.setTimeout(() => source.candidate(null), 210);
    source.iceGatheringState = 'complete';
    clock.setTimeout(() => (source.iceGatheringState = 'gathering'), 20);
    expect(await doneAt(clock, gathering.wait(1000, false, cut))).toBe(230);
  });

  it('[MED-06] can be cut short, and leaves no timer or listener', async () => {
    const { clock, source, gathering, cut } = scene();
    const waiting = gathering.wait(1000, false, cut);
    cut.interrupt(mediaClosed());
    await expect(waiting).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
    await expect(gathering.wait(1000, false, cut)).rejects.toMatchObject({ code: 'MEDIA_CLOSED' });
    gathering.stop();
    expect([clock.pending, source.listeners]).toEqual([0, 0]);
  });
});
