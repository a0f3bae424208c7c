import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallFailedError } from '../session/call-failed-error.ts';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered, over } from '../testing/snapshots.ts';
import { useAction } from './use-action.ts';
import { useCall } from './use-call.ts';

describe('useCall', () => {
  it('[RCT-03] places a call and settles with its answer', async () => {
    const ua = new FakeUA();
    const { value } = renderHook(ua, useCall);
    expect(value()).toMatchObject({ sessionId: null, pending: false, error: null });
    const settled = vi.fn();
    act(() => void value().call('bob').then(settled));
    expect(value()).toMatchObject({ sessionId: 'out-bob', pending: true, error: null });
    await act(() => Promise.resolve());
    expect(settled).not.toHaveBeenCalled();
    await act(async () => ua.change('out-bob', answered(1)));
    expect(settled).toHaveBeenCalledExactlyOnceWith('out-bob');
    expect(value()).toMatchObject({ sessionId: 'out-bob', pending: false, error: null });
  });

  it('[RCT-03] rejects with the status of the far end, and forgets it with the next call', async () => {
    const ua = new FakeUA();
    const { value } = renderHook(ua, useCall);
    let promise: Promise<string> | undefined;
    act(() => void (promise = value().call('bob')));
    const rejection = expect(promise).rejects.toMatchObject({
      ...{ name: 'CallFailedError', code: 'BUSY', statusCode: 486, by: 'remote' },
    });
    await act(async () => ua.change('out-bob', over({ code: 'BUSY', statusCode: 486, reasonPhrase: 'Busy Here' })));
    await rejection;
    expect(value().error).toBeInstanceOf(CallFailedError);
    expect(value().error).toMatchObject({ message: 'The call was not answered: BUSY (486 Busy Here).' });
    act(() => void value().call('carol'));
    expect(value()).toMatchObject({ sessionId: 'out-carol', pending: true, error: null });
  });

  it('[RCT-03] does not call it an error when we took the call back', async () => {
    const ua = new FakeUA();
    const { value } = renderHook(ua, useCall);
    let promise: Promise<string> | undefined;
    act(() => void (promise = value().call('bob')));
    const rejection = expect(promise).rejects.toMatchObject({ code: 'CANCELED', by: 'local' });
    await act(async () => ua.change('out-bob', over({ code: 'CANCELED', by: 'local' })));
    await rejection;
    expect(value()).toMatchObject({ pending: false, error: null });
  });

  it('[RCT-03] rejects what could not be placed', async () => {
    const ua = new FakeUA();
    const { value } = renderHook(ua, useCall);
    await act(() => expect(value().call('')).rejects.toBeInstanceOf(TypeError));
    expect(value()).toMatchObject({ sessionId: null, pending: false });
    expect(value().error).toBeInstanceOf(TypeError);
    act(() => value().reset());
    expect(value().error).toBeNull();
  });

  it('[RCT-04] keeps the identity of its functions', async () => {
    const ua = new FakeUA();
    const { value, renders } = renderHook(ua, useCall);
    const { call, reset } = value();
    act(() => void value().call('bob'));
    await act(async () => ua.change('out-bob', answered(1)));
    expect(value().call).toBe(call);
    expect(value().reset).toBe(reset);
    renders();
    act(() => ua.change('out-bob', { earlyMedia: true }));
    expect(renders()).toBe(0);
  });
});

describe('useAction', () => {
  it('[RCT-03] follows the latest of several runs', async () => {
    const settle: ((error?: Error) => void)[] = [];
    const ua = new FakeUA();
    const { value } = renderHook(ua, () =>
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
    const { value } = renderHook(new FakeUA(), () =>
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
