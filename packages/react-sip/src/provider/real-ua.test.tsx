import type { UA, UAConfiguration } from '@hookswitch/sip-core';
import { act, render, screen, within } from '@testing-library/react';
import { Activity, Fragment, type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallFailedError } from '../session/call-failed-error.ts';
import { FakeLine } from '../testing/fake-line.ts';
import { REACT_18 } from '../testing/react-version.ts';
import { useCall } from '../hooks/use-call.ts';
import { useCallTimer } from '../hooks/use-call-timer.ts';
import { useIncomingSession } from '../hooks/use-incoming-session.ts';
import { useRegistration } from '../hooks/use-registration.ts';
import { useSession } from '../hooks/use-session.ts';
import { SipProvider } from './sip-provider.tsx';

let line: FakeLine;

beforeEach(() => {
  line = new FakeLine();
});

afterEach(() => {
  line.network.close();
});

function press(button: string, phone: HTMLElement = document.body): void {
  act(() => within(phone).getByRole('button', { name: button }).click());
}

/** Everything a phone shows and does, in one component. */
function Phone({ name, dials }: { readonly name: string; readonly dials?: string }): ReactNode {
  const { status } = useRegistration();
  const { call, error } = useCall();
  const { session, hangUp, toggleHold, toggleMute, sendDtmf } = useSession();
  const { session: incoming, answer, decline } = useIncomingSession();
  const seconds = useCallTimer();
  const flags = [session?.hold.local === true && 'held', session?.hold.remote === true && 'on hold'];
  return (
    <section aria-label={name}>
      <output>
        {[status, session?.phase, session?.remote.user, seconds, ...flags].filter((part) => part).join(' ')}
      </output>
      {error instanceof CallFailedError && <p role="alert">{`${error.code} ${error.statusCode ?? ''}`}</p>}
      {incoming !== null && <button onClick={() => void answer()}>Answer</button>}
      {incoming !== null && <button onClick={() => void decline()}>Decline</button>}
      <button onClick={() => void call(dials ?? '')}>Call</button>
      <button onClick={() => void hangUp()}>Hang up</button>
      <button onClick={() => void toggleHold()}>Hold</button>
      <button onClick={() => void toggleMute()}>Mute</button>
      <button onClick={() => void sendDtmf('5')}>5</button>
    </section>
  );
}

function phoneOf(name: string): { readonly element: HTMLElement; readonly shows: () => string | null } {
  const element = screen.getByRole('region', { name });
  return { element, shows: () => within(element).getByRole('status').textContent };
}

describe('SipProvider with a real user agent', () => {
  it('[statement 1] [RCT-02] opens one socket, registers once and takes it back once, under StrictMode', async () => {
    const { unmount } = render(
      <StrictMode>
        <SipProvider ua={line.ua('alice')}>
          <Phone name="Alice" />
        </SipProvider>
      </StrictMode>,
    );
    await line.pass();
    expect(phoneOf('Alice').shows()).toBe('registered');
    expect(line.registrations).toEqual(['alice bound']);
    expect([line.sockets, line.network.counts().sockets]).toEqual([1, 1]);

    unmount();
    await line.pass();
    expect(line.registrations).toEqual(['alice bound', 'alice removed']);
    expect(line.sockets).toBe(1);
    expect(line.network.counts()).toMatchObject({ sockets: 0, bindings: 0 });
    await line.pass(128_000);
    expect(line.clock.pending).toBe(0);
  });

  it('[RCT-02] makes one of a configuration, and changes to another in order', async () => {
    const tree = (configuration: UAConfiguration): ReactNode => (
      <StrictMode>
        <SipProvider configuration={configuration}>
          <Phone name="Phone" />
        </SipProvider>
      </StrictMode>
    );
    const { rerender, unmount } = render(tree(line.configuration('alice')));
    await line.pass();
    const bob = line.configuration('bob');
    rerender(tree(bob));
    rerender(tree({ ...bob }));
    await line.pass();
    expect(line.registrations).toEqual(['alice bound', 'alice removed', 'bob bound']);
    expect([line.sockets, line.network.counts().sockets]).toEqual([2, 1]);
    unmount();
    await line.pass();
    expect(line.network.counts()).toMatchObject({ sockets: 0, bindings: 0 });
  });

  it('[RCT-02] survives mounting, unmounting and mounting again faster than the server answers', async () => {
    const ua = line.ua('alice');
    const tree = <SipProvider ua={ua} />;
    for (let round = 0; round < 5; round += 1) {
      const { unmount } = render(tree);
      if (round % 2 === 0) await line.pass(0);
      unmount();
    }
    render(tree);
    await line.pass(20_000);
    expect(ua.isRegistered()).toBe(true);
    expect(line.network.counts()).toMatchObject({ sockets: 1, bindings: 1 });
  });

  it('[RCT-02] lets an error of the configuration out to the error boundary', () => {
    const tree = <SipProvider configuration={{ uri: 'not an address', wsServers: 'wss://sip.example.com' }} />;
    expect(() => render(tree)).toThrow(expect.objectContaining({ code: 'CONFIGURATION', parameter: 'uri' }));
  });
});

describe('a call through the hooks', () => {
  /** Alice and Bob, each with a phone and a provider of their own. */
  async function phones(mode: 'visible' | 'hidden' = 'visible'): Promise<(mode: 'visible' | 'hidden') => void> {
    const [alice, bob]: UA[] = [line.ua('alice'), line.ua('bob')];
    const Hideable = REACT_18 ? Fragment : Activity;
    const tree = (shown: 'visible' | 'hidden'): ReactNode => (
      <StrictMode>
        <Hideable {...(REACT_18 ? {} : { mode: shown })}>
          <SipProvider ua={alice!}>
            <Phone name="Alice" dials="bob" />
          </SipProvider>
        </Hideable>
        <SipProvider ua={bob!}>
          <Phone name="Bob" dials="602" />
        </SipProvider>
      </StrictMode>
    );
    const { rerender } = render(tree(mode));
    await line.pass();
    return (shown) => rerender(tree(shown));
  }

  it('[RCT-03] is placed, answered, held, muted and hung up', async () => {
    await phones();
    const [alice, bob] = [phoneOf('Alice'), phoneOf('Bob')];
    press('Call', alice.element);
    await line.pass(1000);
    expect([alice.shows(), bob.shows()]).toEqual(['registered ringing bob', 'registered incoming alice']);

    press('Answer', bob.element);
    await line.pass(3000);
    expect([alice.shows(), bob.shows()]).toEqual(['registered established bob 3', 'registered established alice 3']);

    press('Hold', alice.element);
    await line.pass(0);
    expect([alice.shows(), bob.shows()]).toEqual([
      'registered established bob 3 held',
      'registered established alice 3 on hold',
    ]);
    press('Hold', alice.element);
    press('Mute', bob.element);
    await line.pass(1000);
    expect(alice.shows()).toBe('registered established bob 4');

    press('Hang up', bob.element);
    press('Hang up', bob.element);
    await line.pass(0);
    expect([alice.shows(), bob.shows()]).toEqual(['registered', 'registered']);
    expect(line.network.trace.find('BYE').length).toBe(2);
  });

  it('[RCT-03] tells why it came to nothing', async () => {
    await phones();
    const bob = phoneOf('Bob');
    press('Call', bob.element);
    await line.pass();
    expect(bob.shows()).toBe('registered');
    expect(within(bob.element).getByRole('alert')).toHaveTextContent('BUSY 486');
  });

  it('[RCT-03] can be declined, and taken back', async () => {
    await phones();
    const [alice, bob] = [phoneOf('Alice'), phoneOf('Bob')];
    press('Call', alice.element);
    await line.pass();
    press('Decline', bob.element);
    await line.pass();
    expect(within(alice.element).getByRole('alert')).toHaveTextContent('UNAVAILABLE 480');

    press('Call', alice.element);
    await line.pass();
    press('Hang up', alice.element);
    await line.pass();
    expect([alice.shows(), bob.shows()]).toEqual(['registered', 'registered']);
    expect(within(alice.element).queryByRole('alert')).toBeNull();
  });

  it.skipIf(REACT_18)(
    '[RCT-02] goes on while its provider is hidden, and the phone stops when it is over',
    async () => {
      const show = await phones();
      press('Call', phoneOf('Alice').element);
      await line.pass();
      press('Answer', phoneOf('Bob').element);
      await line.pass();
      show('hidden');
      await line.pass(40_000);
      expect(line.network.trace.find('BYE')).toEqual([]);
      expect(line.network.counts()).toMatchObject({ sockets: 2, dialogs: 1 });
      expect(phoneOf('Bob').shows()).toMatch(/^registered established alice/);

      press('Hang up', phoneOf('Bob').element);
      await line.pass(20_000);
      expect(line.registrations).toEqual(['alice bound', 'bob bound', 'alice removed']);
      show('visible');
      await line.pass();
      expect(line.registrations.at(-1)).toBe('alice bound');
    },
  );
});
