import { act, render } from '@testing-library/react';
import { Profiler, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeUA } from '../testing/fake-ua.ts';
import { answered } from '../testing/snapshots.ts';
import { useConnection } from './use-connection.ts';
import { useRegistration } from './use-registration.ts';
import { useSession } from './use-session.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessions } from './use-sessions.ts';

/** A phone with a list of calls, each row reading its own. Says by name what rendered since it was asked last. */
function phone(ua: FakeUA): () => readonly string[] {
  const rendered: string[] = [];
  const watched = (name: string, child: ReactNode): ReactNode => (
    <Profiler key={name} id={name} onRender={(id) => void rendered.push(id)}>
      {child}
    </Profiler>
  );
  function HangUp({ id }: { readonly id: string }): ReactNode {
    const { hangUp } = useSessionActions(id);
    return <button onClick={() => void hangUp()}>Hang up</button>;
  }
  function Row({ id }: { readonly id: string }): ReactNode {
    return <p>{useSession(id).session?.phase}</p>;
  }
  function List(): ReactNode {
    const ids = useSessions((sessions) => sessions.map((session) => session.id));
    return ids.map((id) => [watched(`row ${id}`, <Row id={id} />), watched(`button ${id}`, <HangUp id={id} />)]);
  }
  function Status(): ReactNode {
    return `${useConnection().status} ${useRegistration().status}`;
  }
  render(
    <SipProvider ua={ua.asUA}>
      {watched('list', <List />)}
      {watched('status', <Status />)}
    </SipProvider>,
  );
  return () => rendered.splice(0).sort();
}

it('[statement 5] [RCT-04] renders with twenty calls only what belongs to the one that changed', () => {
  const ua = new FakeUA();
  for (let index = 0; index < 20; index += 1) ua.add(String(index));
  const rendered = phone(ua);
  rendered();

  act(() => ua.change('7', answered(1)));
  // The list is told because something inside it rendered; no other row and no button is.
  expect(rendered()).toEqual(['list', 'row 7']);
  act(() => ua.registration({ status: 'registering' }));
  expect(rendered()).toEqual(['status']);
  act(() => ua.update({ attempts: 1 }));
  expect(rendered()).toEqual(['status']);
  act(() => ua.update({ sessions: ua.getSnapshot().sessions }));
  expect(rendered()).toEqual([]);
});
