import { act, render, screen } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { useCallTimer } from '../hooks/use-call-timer.ts';
import { useCall } from '../hooks/use-call.ts';
import { useConnection } from '../hooks/use-connection.ts';
import { useIncomingSession } from '../hooks/use-incoming-session.ts';
import { useMediaStream } from '../hooks/use-media-stream.ts';
import { useRegistration } from '../hooks/use-registration.ts';
import { useSession } from '../hooks/use-session.ts';
import { useSessions } from '../hooks/use-sessions.ts';
import { useSipEvent } from '../hooks/use-sip-event.ts';
import { useUA } from '../hooks/use-ua.ts';
import { CallScene } from '../testing/call-scene.ts';
import { Journal } from '../testing/journal.ts';
import { REACT_18 } from '../testing/react-version.ts';
import { SipProviderNotFoundError } from './sip-provider-not-found-error.ts';
import { SipProvider } from './sip-provider.tsx';
import { bindingOf } from './ua-binding.ts';

const scene = CallScene.each();

/** Reads with every hook there is. */
function Everything(): ReactNode {
  useSipEvent('invite', () => undefined);
  const { call, pending } = useCall();
  const { isRegistered } = useRegistration();
  const stream = useMediaStream(useIncomingSession().session?.id);
  const parts = [
    ...[useConnection().status, isRegistered, pending, useSessions().length, useCallTimer()],
    ...[useSession().session?.id, stream, typeof call],
  ];
  return <p>{parts.map(String).join(' ')}</p>;
}

describe('SipProvider and the hooks inside it', () => {
  it('[RCT-02] nests: hooks use the nearest, and two of one user agent start it once', async () => {
    const { line } = scene();
    const journal = new Journal();
    const outer = journal.follow(line.ua('alice'), 'outer');
    const inner = journal.follow(line.ua('carol'), 'inner');
    const seen: unknown[] = [];
    function See(): ReactNode {
      const ua = useUA();
      return <button onClick={() => seen.push(ua)}>see</button>;
    }
    const { unmount } = render(
      <SipProvider ua={outer}>
        <See />
        <SipProvider ua={inner}>
          <See />
          <SipProvider ua={outer}>
            <See />
          </SipProvider>
        </SipProvider>
      </SipProvider>,
    );
    for (const button of screen.getAllByRole('button')) button.click();
    expect(seen).toEqual([outer, inner, outer]);
    expect([...journal.log].sort()).toEqual(['inner start', 'outer start']);
    expect(bindingOf(outer).holders).toBe(2);
    await line.pass();
    unmount();
    await line.pass();
    expect(journal.log.filter((act) => act.startsWith('outer'))).toEqual([
      ...['outer start', 'outer stop', 'outer stopped'],
    ]);
  });

  it('[RCT-02] has hooks outside of it say what is missing', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    let thrown: unknown;
    try {
      render(<Everything />);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SipProviderNotFoundError);
    expect(thrown).toMatchObject({ code: 'PROVIDER_NOT_FOUND', name: 'SipProviderNotFoundError' });
  });
});

describe('SipProvider on the server', () => {
  it('[RCT-02] renders every hook to a string, starts nothing and subscribes to nothing', async () => {
    const { line } = scene();
    const journal = new Journal();
    const ua = journal.follow(line.ua('carol'));
    const on = vi.spyOn(ua, 'on');
    const sockets = line.sockets;
    const html = renderToString(
      <SipProvider ua={ua}>
        <Everything />
      </SipProvider>,
    );
    expect(html).toBe('<p>idle false false 0 null undefined null function</p>');
    await line.pass();
    expect([journal.log, line.sockets]).toEqual([[], sockets]);
    expect(ua.subscribe).not.toHaveBeenCalled();
    expect(on).not.toHaveBeenCalled();
  });

  it('[RCT-02] hydrates without a word, even when the user agent runs already', async () => {
    const { alice, line } = scene();
    const error = vi.spyOn(console, 'error');
    const tree = (
      <StrictMode>
        <SipProvider ua={alice}>
          <Everything />
        </SipProvider>
      </StrictMode>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(tree);
    // React 18 takes this for a server, the hook does not: here is a document.
    if (REACT_18) error.mockClear();
    const { id } = await scene().talking();
    await line.pass(4000);
    const root = await act(() => hydrateRoot(container, tree));
    expect(container.textContent).toBe(`connected true false 1 4 ${id} null function`);
    expect(error).not.toHaveBeenCalled();
    act(() => root.unmount());
    await line.pass();
  });
});
