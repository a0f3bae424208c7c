import { Invitation, type UA } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallFailedError } from '../session/call-failed-error.ts';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useAction } from './use-action.ts';
import { useCall } from './use-call.ts';

const scene = CallScene.each();

/** Takes the call that rings. */
async function answers(ua: UA): Promise<void> {
  for (const session of ua.sessions.values()) if (session instanceof Invitation) await session.accept();
}

describe('useCall', () => {
  it('[RCT-03] places a call and settles with its answer', async () => {
    const { alice, bob, line } = scene();
    const { value } = renderOnLine(alice, useCall);
    expect(value()).toMatchObject({ sessionId: null, pending: false, error: null });
    const settled = vi.fn();
    act(() => void value().call('bob').then(settled));
    const [sessionId] = alice.sessions.keys();
    expect(sessionId).toBeDefined();
    expect(value()).toMatchObject({ sessionId, pending: true, error: null });
    await line.pass();
    expect(settled).not.toHaveBeenCalled();
    await line.after(() => answers(bob));
    expect(settled).toHaveBeenCalledExactlyOnceWith(sessionId);
    expect(value()).toMatchObject({ sessionId, pending: false, error: null });
  });

  it('[RCT-03] rejects with the status of the far end, and forgets it with the next call', async () => {
    const { alice, line } = scene();
    const { value } = renderOnLine(alice, useCall);
    await expect(line.after(() => value().call('602'))).rejects.toMatchObject({
      ...{ name: 'CallFailedError', code: 'BUSY', statusCode: 486, by: 'remote' },
    });
    expect(value().error).toBeInstanceOf(CallFailedError);
    expect(value().error).toMatchObject({ message: 'The call was not answered: BUSY (486 Busy Here).' });
    act(() => void value().call('bob'));
    const [sessionId] = alice.sessions.keys();
    expect(value()).toMatchObject({ sessionId, pending: true, error: null });
  });

  it('[RCT-03] does not call it an error when we took the call back', async () => {
    const { alice, line } = scene();
    const { value } = renderOnLine(alice, useCall);
    let promise: Promise<string> | undefined;
    act(() => void (promise = value().call('bob')));
    const rejection = expect(promise).rejects.toMatchObject({ code: 'CANCELED', by: 'local' });
    await line.pass();
    const [session] = alice.sessions.values();
    await line.after(() => session!.terminate());
    await rejection;
    expect(value()).toMatchObject({ pending: false, error: null });
  });

  it('[RCT-03] rejects what could not be placed', async () => {
    const { alice, line } = scene();
    const { value } = renderOnLine(alice, useCall);
    await expect(line.after(() => value().call(''))).rejects.toMatchObject({ code: 'INVALID_VALUE' });
    expect(value()).toMatchObject({ sessionId: null, pending: false });
    expect(value().error).toMatchObject({ code: 'INVALID_VALUE' });
    act(() => value().reset());
    expect(value().error).toBeNull();
  });

  it('[RCT-04] keeps the identity of its functions', async () => {
    const { alice, bob, line } = scene();
    const { value, renders } = renderOnLine(alice, useCall);
    const { call, reset } = value();
    act(() => void value().call('bob'));
    await line.pass();
    await line.after(() => answers(bob));
    expect(value().call).toBe(call);
    expect(value().reset).toBe(reset);
    renders();
    const [session] = alice.sessions.values();
    act(() => session!.mute());
    expect(renders()).toBe(0);
  });
});

describe('useAction', () => {
  it('[RCT-03] follows the latest of several runs', async () => {
    const settle: ((error?: Error) => void)[] = [];
    const { value } = renderOnLine(scene().alice, () =>
      useAction(
        (name: string) =>
          new Promise<string>((resolve, reject) =>
            settle.push((error) => (error === undefined ? resolve(name) : reject(error))),
          ),
      ),
    );
    let [first, second]: (Promise<string> | undefined)[] = [];
    act(() => void (first = value().run('first')));
    act(() => void (second = value().run('second')));
    await act(async () => settle[0]?.(new Error('late')));
    await expect(first).rejects.toThrow('late');
    expect(value()).toMatchObject({ pending: true, error: null });
    await act(async () => settle[1]?.());
    await expect(second).resolves.toBe('second');
    expect(value()).toMatchObject({ pending: false, error: null });
  });

  it('[RCT-03] forgets a run on reset', async () => {
    let settle: (() => void) | undefined;
    const { value } = renderOnLine(scene().alice, () =>
      useAction(() => new Promise<void>((_, reject) => (settle = () => reject(new Error('late'))))),
    );
    let promise: Promise<void> | undefined;
    act(() => void (promise = value().run()));
    act(() => value().reset());
    expect(value().pending).toBe(false);
    const rejection = expect(promise).rejects.toThrow('late');
    await act(async () => settle?.());
    await rejection;
    expect(value().error).toBeNull();
  });
});
