import { act, render, screen } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
import { FakeUA } from '../testing/fake-ua.ts';
import { REACT_18 } from '../testing/react-version.ts';
import { answered } from '../testing/snapshots.ts';
import { SipProviderNotFoundError } from './sip-provider-not-found-error.ts';
import { SipProvider } from './sip-provider.tsx';
import { bindingOf } from './ua-binding.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function settle(): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(10));
}

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
    const [outer, inner] = [new FakeUA(), new FakeUA()];
    const seen: unknown[] = [];
    function See(): ReactNode {
      const ua = useUA();
      return <button onClick={() => seen.push(ua)}>see</button>;
    }
    const { unmount } = render(
      <SipProvider ua={outer.asUA}>
        <See />
        <SipProvider ua={inner.asUA}>
          <See />
          <SipProvider ua={outer.asUA}>
            <See />
          </SipProvider>
        </SipProvider>
      </SipProvider>,
    );
    for (const button of screen.getAllByRole('button')) button.click();
    expect(seen).toEqual([outer, inner, outer]);
    expect([outer.log, inner.log]).toEqual([['start'], ['start']]);
    expect(bindingOf(outer.asUA).holders).toBe(2);
    unmount();
    await settle();
    expect(outer.log).toEqual(['start', 'stop', 'stopped']);
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
  it('[RCT-02] renders every hook to a string, starts nothing and subscribes to nothing', () => {
    const ua = new FakeUA();
    const tree = (
      <SipProvider ua={ua.asUA}>
        <Everything />
      </SipProvider>
    );
    const html = renderToString(tree);
    expect(html).toBe('<p>idle false false 0 null undefined null function</p>');
    expect(ua.log).toEqual([]);
    expect([ua.subscribers, ua.listeners('invite')]).toEqual([0, 0]);
  });

  it('[RCT-02] hydrates without a word, even when the user agent runs already', async () => {
    const error = vi.spyOn(console, 'error');
    const ua = new FakeUA();
    const tree = (
      <StrictMode>
        <SipProvider ua={ua.asUA}>
          <Everything />
        </SipProvider>
      </StrictMode>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(tree);
    // React 18 takes this for a server, the hook does not: here is a document.
    if (REACT_18) error.mockClear();
    ua.update({ status: 'connected' });
    ua.registration({ status: 'registered' });
    ua.add('a', answered(Date.now() - 4000));
    const root = await act(() => hydrateRoot(container, tree));
    expect(container.textContent).toBe('connected true false 1 4 a null function');
    expect(error).not.toHaveBeenCalled();
    act(() => root.unmount());
    await settle();
  });
});
