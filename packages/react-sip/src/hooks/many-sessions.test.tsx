import { act, render } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { CallScene, type SceneCall } from '../testing/call-scene.ts';
import { useConnection } from './use-connection.ts';
import { useRegistration } from './use-registration.ts';
import { useSession } from './use-session.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessions } from './use-sessions.ts';

const scene = CallScene.each();

/** A phone with a list of calls, each row reading its own. Says by name what rendered since it was asked last. */
function phone(): () => readonly string[] {
  const rendered = new Set<string>();
  const watched = (name: string, child: ReactNode): ReactNode => (
    <Profiler key={name} id={name} onRender={(id) => void rendered.add(id)}>
      {child}
    </Profiler>
  );
  function HangUp({ id }: { readonly id: string }): ReactNode {
    const { hangUp } = useSessionActions(id);
    return <button onClick={() => void hangUp()}>Hang up</button>;
  }
  function Row({ id }: { readonly id: string }): ReactNode {
    const { session } = useSession(id);
    return <p>{`${session?.phase} ${session?.muted.audio}`}</p>;
  }
  function List(): ReactNode {
    const ids = useSessions((sessions) => sessions.map((session) => session.id));
    return ids.map((id, index) => [
      watched(`row ${index}`, <Row id={id} />),
      watched(`button ${index}`, <HangUp id={id} />),
    ]);
  }
  function Status(): ReactNode {
    return `${useConnection().status} ${useRegistration().status}`;
  }
  render(
    <SipProvider ua={scene().alice}>
      {watched('list', <List />)}
      {watched('status', <Status />)}
    </SipProvider>,
  );
  return () => {
    const names = [...rendered].sort();
    rendered.clear();
    return names;
  };
}

it('[statement 5] [RCT-04] renders with twenty calls only what belongs to the one that changed', async () => {
  const { alice, bob, line } = scene();
  const calls: SceneCall[] = [];
  for (let index = 0; index < 20; index += 1) calls.push(await scene().talking());
  const rendered = phone();
  await line.pass(0);
  rendered();

  act(() => calls[7]?.here.mute());
  // The list is told because something inside it rendered; no other row and no button is.
  expect(rendered()).toEqual(['list', 'row 7']);
  await line.after(() => alice.unregister());
  expect(rendered()).toEqual(['status']);
  void bob.options('alice');
  await line.pass(0);
  expect(rendered()).toEqual([]);
  line.network.down();
  await line.pass(0);
  rendered();
  await line.pass(10_000);
  expect(alice.getSnapshot().attempts).toBeGreaterThan(1);
  expect(rendered()).toEqual(['status']);
});
