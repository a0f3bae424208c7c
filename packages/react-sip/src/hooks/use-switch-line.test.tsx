import { InvalidStateError } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered } from '../testing/snapshots.ts';
import { useSession } from './use-session.ts';
import { useSwitchLine } from './use-switch-line.ts';

const waiting = { local: true, remote: false };

/** Call `a` talks, `b` waits, `c` rings. */
function setup() {
  const ua = new FakeUA();
  const a = ua.add('a', answered(1));
  ua.add('b', { ...answered(2), hold: waiting });
  ua.add('c', { direction: 'incoming' });
  const hook = renderHook(ua, () => ({ switchLine: useSwitchLine(), focused: useSession().session?.id }));
  ua.log.length = 0;
  return { ua, a, ...hook };
}

describe('useSwitchLine', () => {
  it('[RCT-03] holds the call that talks, and then takes the chosen one off hold and to the front', async () => {
    const { ua, value } = setup();
    const { switchLine } = value();
    await act(() => switchLine('b'));
    expect(ua.log).toEqual(['hold a', 'unhold b']);
    expect(value()).toEqual({ switchLine, focused: 'b' });
  });

  it('[RCT-03] goes on though the other call could not be held', async () => {
    const { ua, a, value } = setup();
    a.failure = new InvalidStateError('hold', 'Terminated');
    await act(() => value().switchLine('b'));
    expect(ua.log).toEqual(['hold a', 'unhold b']);
  });

  it('[RCT-03] leaves a call that talks already as it is', async () => {
    const { ua, value } = setup();
    await act(() => value().switchLine('a'));
    expect(ua.log).toEqual([]);
    expect(value().focused).toBe('a');
  });

  it('[RCT-03] only looks at a call that is not answered yet', async () => {
    const { ua, value } = setup();
    await act(() => value().switchLine('c'));
    expect(ua.log).toEqual([]);
    expect(value().focused).toBe('c');
  });

  it('[RCT-03] tells why the chosen call stays on hold', async () => {
    const { ua, value } = setup();
    const b = ua.sessions.get('b');
    if (b !== undefined) b.failure = new InvalidStateError('unhold', 'Terminated');
    await act(() => expect(value().switchLine('b')).rejects.toMatchObject({ code: 'INVALID_STATE' }));
  });
});
