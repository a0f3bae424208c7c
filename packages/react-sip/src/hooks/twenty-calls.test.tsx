import { answer } from '@hookswitch/sip-core/testing';
import { act, render } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeLine } from '../testing/fake-line.ts';
import { useCallTimer } from './use-call-timer.ts';
import { useSession } from './use-session.ts';
import { useSessions } from './use-sessions.ts';

it('[statement 5] [RCT-04] with twenty real calls, a change of one renders its row alone, and a second only the clocks', async () => {
  const line = new FakeLine();
  const rendered: string[] = [];
  const watched = (name: string, child: ReactNode): ReactNode => (
    <Profiler key={name} id={name} onRender={(id) => void rendered.push(id)}>
      {child}
    </Profiler>
  );
  function Clock({ id }: { readonly id: string }): ReactNode {
    return useCallTimer(id);
  }
  function Row({ id }: { readonly id: string }): ReactNode {
    return <p>{useSession(id).session?.remote.user}</p>;
  }
  function List(): ReactNode {
    const ids = useSessions((sessions) => sessions.map((session) => session.id));
    return ids.map((id, index) => watched(`row ${index}`, <Row id={id} />));
  }
  function FirstClock(): ReactNode {
    const first = useSessions((sessions) => sessions[0]?.id ?? null);
    return first === null ? null : watched('clock', <Clock id={first} />);
  }
  const ua = line.ua('alice');
  render(
    <SipProvider ua={ua}>
      <List />
      <FirstClock />
    </SipProvider>,
  );
  await line.pass();
  for (let index = 0; index < 20; index += 1) {
    line.network.robot(String(8000 + index), answer());
    await act(async () => void ua.invite(String(8000 + index)));
  }
  await line.pass(4000);
  const sessions = [...ua.sessions.values()];
  expect(sessions.map(({ state }) => state)).toEqual(Array.from({ length: 20 }, () => 'Established'));
  rendered.length = 0;

  await act(async () => void sessions[7]?.hold());
  await line.pass(0);
  expect(new Set(rendered)).toEqual(new Set(['row 7']));
  rendered.length = 0;
  sessions[12]?.mute();
  await line.pass(0);
  expect(new Set(rendered)).toEqual(new Set(['row 12']));
  rendered.length = 0;
  for (let second = 0; second < 5; second += 1) await line.pass(1000);
  expect(new Set(rendered)).toEqual(new Set(['clock']));
  expect(rendered.length).toBeLessThanOrEqual(6);
  line.network.close();
});
