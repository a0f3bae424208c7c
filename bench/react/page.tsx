/** A page with a hundred calls in its store, one of which changes every 20 ms. */
import { SipProvider, useSession, useSessions } from '@hookswitch/react-sip';
import { browserPlatform, type Session, UA } from '@hookswitch/sip-core';
import { answer, createFakeMedia, createFakeNetwork } from '@hookswitch/sip-core/testing';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

const CALLS = 100;
const counters = { renders: 0, events: 0, frames: 0 };

/** A row that follows its own call alone. */
function Row({ id }: { readonly id: string }): ReactElement {
  const { session } = useSession(id);
  counters.renders++;
  return <Line phase={session?.phase ?? ''} user={session?.remote.user ?? ''} muted={session?.muted.audio ?? false} />;
}

/** A row that finds its call in the list of all, as hooks that hand out the whole list have it. */
function RowOfList({ id }: { readonly id: string }): ReactElement {
  const session = useSessions().find((each) => each.id === id);
  counters.renders++;
  return <Line phase={session?.phase ?? ''} user={session?.remote.user ?? ''} muted={session?.muted.audio ?? false} />;
}

function Line(props: { readonly phase: string; readonly user: string; readonly muted: boolean }): ReactElement {
  return (
    <li>
      <b>{props.user}</b> {props.phase} <button aria-pressed={props.muted}>Mute</button>
    </li>
  );
}

async function calls(): Promise<UA> {
  const network = createFakeNetwork();
  const ua = new UA({
    uri: network.uri('alice'),
    password: 'wonderland',
    wsServers: network.server,
    sessionDescriptionHandlerFactory: createFakeMedia(),
    platform: { ...browserPlatform(), createWebSocket: network.createWebSocket },
  });
  for (let i = 0; i < CALLS; i++) network.robot(`r${i}`, answer());
  await ua.start();
  for (let i = 0; i < CALLS; i++) {
    const session = ua.invite(network.uri(`r${i}`));
    await new Promise<void>((resolve) => {
      session.once('confirmed', () => {
        resolve();
      });
    });
  }
  return ua;
}

function toggle(session: Session): void {
  counters.events++;
  if (session.getSnapshot().muted.audio) session.unmute();
  else session.mute();
}

async function main(): Promise<void> {
  const ua = await calls();
  const sessions = [...ua.sessions.values()];
  const Each = location.search === '?list' ? RowOfList : Row;
  createRoot(document.getElementById('root') ?? document.body).render(
    <SipProvider ua={ua} autoStart={false}>
      <ul>
        {sessions.map(({ id }) => (
          <Each key={id} id={id} />
        ))}
      </ul>
    </SipProvider>,
  );
  let next = 0;
  setInterval(() => {
    const session = sessions[next++ % sessions.length];
    if (session !== undefined) toggle(session);
  }, 20);
  const frame = (): void => {
    counters.frames++;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, { counters });
}

void main();
