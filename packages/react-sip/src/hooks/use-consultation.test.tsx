import { type Invitation, Referral, UA } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { type RenderedHook, renderOnLine } from '../testing/render-on-line.tsx';
import { useAddCall } from './use-add-call.ts';
import { useConsultation, type UseConsultationReturnType } from './use-consultation.ts';

let line: FakeLine;
let alice: UA;
let bob: UA;
let carol: UA;
/** Everybody's calls, as `who:phase:hold`. */
const calls = (ua: UA): readonly string[] =>
  [...ua.sessions.values()].map((session) => {
    const { phase, hold, remote } = session.getSnapshot();
    return [remote.user, phase, hold.local && 'held', hold.remote && 'on hold'].filter(Boolean).join(' ');
  });

beforeEach(async () => {
  line = new FakeLine();
  alice = line.ua('alice');
  bob = new UA({ ...line.configuration('bob'), autoFollowRefer: true });
  carol = line.ua('carol');
  for (const other of [bob, carol]) void other.start();
  await line.pass();
});

afterEach(() => {
  line.network.close();
});

function picksUp(ua: UA): void {
  ua.on('invite', (session: Invitation) => void session.accept());
}

/** Alice talks with Bob. */
async function talking(): Promise<RenderedHook<UseConsultationReturnType>> {
  picksUp(bob);
  const hook = renderOnLine(alice, () => useConsultation());
  await line.pass();
  act(() => void alice.invite(line.network.uri('bob')));
  await line.pass();
  expect(calls(alice)).toEqual(['bob established']);
  return hook;
}

describe('useConsultation', () => {
  it('[SES-05] lets one wait, asks another, and connects the two', async () => {
    picksUp(carol);
    const { value, renders } = await talking();
    expect(value()).toMatchObject({ status: 'none', callId: null });
    let asked: string | undefined;
    act(
      () =>
        void value()
          .consult('carol')
          .then((id) => (asked = id)),
    );
    await line.pass();
    expect(calls(alice)).toEqual(['bob established held', 'carol established']);
    expect(value()).toMatchObject({ status: 'talking', consultationId: asked, error: null, progress: null });
    renders();
    act(() => [...alice.sessions.values()][1]?.mute());
    expect(renders()).toBe(0);
    const done = value().complete();
    await line.pass();
    await expect(done).resolves.toBeUndefined();
    expect(calls(alice)).toEqual([]);
    expect([calls(bob), calls(carol)]).toEqual([['carol established'], ['bob established']]);
    expect(value().status).toBe('none');
  });

  it('[SES-05] changes sides, and goes back to the one who waits', async () => {
    picksUp(carol);
    const { value } = await talking();
    const { swap, cancel } = value();
    act(() => void value().consult('carol'));
    await line.pass();
    act(() => void value().swap());
    await line.pass();
    expect(calls(alice)).toEqual(['bob established', 'carol established held']);
    expect(value().status).toBe('talking');
    act(() => void value().swap());
    await line.pass();
    expect(calls(alice)).toEqual(['bob established held', 'carol established']);
    act(() => void value().cancel());
    await line.pass();
    expect([calls(alice), calls(carol)]).toEqual([['bob established'], []]);
    expect(value()).toMatchObject({ status: 'none', swap, cancel });
  });

  it('[SES-05] completes while it rings, once that is answered (RFC 5589 section 7.6)', async () => {
    let ringing: Invitation | undefined;
    carol.once('invite', (session: Invitation) => (ringing = session));
    const { value } = await talking();
    act(() => void value().consult('carol'));
    await line.pass();
    expect(value().status).toBe('calling');
    await expect(value().swap()).rejects.toMatchObject({ code: 'INVALID_STATE' });
    const done = value().complete();
    await line.pass();
    expect(value()).toMatchObject({ status: 'completing', progress: { state: 'requested' } });
    picksUp(carol);
    void ringing?.accept();
    await line.pass();
    await expect(done).resolves.toBeUndefined();
    expect([calls(alice), calls(bob)]).toEqual([[], ['carol established']]);
  });

  it('[SES-05] leaves the first on hold when the other does not want to', async () => {
    carol.on('invite', (session: Invitation) => void session.reject({ statusCode: 486 }));
    const { value } = await talking();
    const asked = value().consult('carol');
    await line.pass();
    await expect(asked).rejects.toMatchObject({ code: 'BUSY', statusCode: 486 });
    expect(calls(alice)).toEqual(['bob established held']);
    expect(value().status).toBe('none');
  });

  it('[SES-05] keeps both when the far end refuses, and says why', async () => {
    picksUp(carol);
    const { value } = await talking();
    act(() => void value().consult('carol'));
    await line.pass();
    bob.sessions
      .values()
      .next()
      .value?.on('referRequested', (context) => {
        if (context instanceof Referral) void context.reject();
      });
    const done = value().complete();
    await line.pass();
    await expect(done).rejects.toMatchObject({ code: 'RESPONSE', statusCode: 603 });
    expect(value()).toMatchObject({ status: 'talking', error: { code: 'RESPONSE', statusCode: 603 } });
    expect(calls(alice)).toEqual(['bob established held', 'carol established']);
  });

  it('[SES-05] is over when either hangs up; the other goes on', async () => {
    picksUp(carol);
    const { value } = await talking();
    act(() => void value().consult('carol'));
    await line.pass();
    await expect(value().consult('dave')).rejects.toMatchObject({ code: 'INVALID_STATE' });
    act(() => void bob.sessions.values().next().value?.terminate());
    await line.pass();
    expect(calls(alice)).toEqual(['carol established']);
    expect(value()).toMatchObject({ status: 'none' });
    await expect(value().complete()).rejects.toMatchObject({ code: 'INVALID_STATE' });
  });

  it('[RCT-03] calls nobody when the hold is refused', async () => {
    picksUp(carol);
    const { value } = await talking();
    line.network.answerNext('INVITE', 488);
    await expect(line.after(() => value().consult('carol'))).rejects.toMatchObject({ statusCode: 488 });
    expect(calls(alice)).toEqual(['bob established']);
    expect(line.network.trace.find('INVITE').filter(({ user }) => user === 'carol')).toEqual([]);
  });
});

describe('useAddCall', () => {
  it('[KIT-03] calls another while the first waits', async () => {
    picksUp(bob);
    picksUp(carol);
    const { value, renders } = renderOnLine(alice, () => useAddCall());
    await line.pass();
    act(() => void alice.invite(line.network.uri('bob')));
    await line.pass();
    const { addCall } = value();
    renders();
    act(() => void value().addCall('carol'));
    expect([value().pending, value().sessionId]).toEqual([true, null]);
    await line.pass();
    expect(calls(alice)).toEqual(['bob established held', 'carol established']);
    expect(value()).toMatchObject({ pending: false, error: null, addCall });
    act(() => void value().addCall('nobody'));
    await line.pass();
    expect(value().error).toMatchObject({ statusCode: 404 });
    act(() => value().reset());
    expect(value().error).toBeNull();
    const unheard = renders();
    act(() => [...alice.sessions.values()][0]?.mute());
    expect([renders(), unheard > 0]).toEqual([0, true]);
  });
});
