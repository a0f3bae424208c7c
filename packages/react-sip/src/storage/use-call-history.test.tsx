import 'fake-indexeddb/auto';
import { act, render, renderHook } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeUA } from '../testing/fake-ua.ts';
import { answered, over } from '../testing/snapshots.ts';
import { closeStorages, freshName, reopened, storageOf } from '../testing/storages.ts';
import type { PhoneStorage } from './phone-storage.ts';
import { PhoneStorageProvider } from './phone-storage-provider.tsx';
import { useCallHistory } from './use-call-history.ts';
import { useContacts } from './use-contacts.ts';
import { usePhoneStorage } from './use-phone-storage.ts';
import { useSettings } from './use-settings.ts';

afterEach(closeStorages);

/** A hook inside a storage, and a phone where one is given; counts its renders. */
async function rendered<Value>(storage: PhoneStorage, useHook: () => Value, ua?: FakeUA) {
  let renders = 0;
  const inside = (children: ReactNode): ReactNode => (
    <PhoneStorageProvider storage={storage}>{children}</PhoneStorageProvider>
  );
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
    <StrictMode>
      {ua === undefined ? inside(children) : <SipProvider ua={ua.asUA}>{inside(children)}</SipProvider>}
    </StrictMode>
  );
  const { result, rerender } = renderHook(
    () => {
      renders += 1;
      return useHook();
    },
    { wrapper },
  );
  await act(() => storage.load());
  return {
    value: () => result.current,
    rerender: () => rerender(),
    renders: () => {
      const since = renders;
      renders = 0;
      return since;
    },
  };
}

describe('useCallHistory', () => {
  it('[RCT-05] has each call that ends, once, with nobody doing anything', async () => {
    const [ua, name] = [new FakeUA(), freshName()];
    const { value } = await rendered(storageOf({ name }), useCallHistory, ua);
    expect(value()).toMatchObject({ calls: [], missed: 0, loaded: true });
    act(() => void ua.add('a', { createdAt: 1000 }));
    await act(async () => ua.change('a', over({ code: 'CANCELED' })));
    act(() => void ua.add('b', { direction: 'outgoing', phase: 'dialing', createdAt: 2000 }));
    act(() => ua.change('b', answered(3000)));
    await act(async () => ua.change('b', over({}, 8000)));
    await vi.waitFor(() => expect(value().calls.map(({ outcome }) => outcome)).toEqual(['placed', 'missed']));
    expect(value().missed).toBe(1);
    await act(() => value().markSeen());
    expect(value().missed).toBe(0);
    await act(() => value().remove('a'));
    expect(value().calls.map(({ id, duration }) => [id, duration])).toEqual([['b', 5000]]);
    expect((await reopened(name)).calls.getState().items).toHaveLength(1);
  });

  it('[RCT-05] does not keep again what was removed, when it is mounted anew', async () => {
    const [ua, storage] = [new FakeUA(), storageOf({ name: freshName() })];
    const tree = (key: string): ReactNode => (
      <SipProvider ua={ua.asUA}>
        <PhoneStorageProvider key={key} storage={storage} />
      </SipProvider>
    );
    const { rerender } = render(tree('one'));
    act(() => void ua.add('a'));
    await act(async () => ua.change('a', over()));
    await act(() => storage.calls.remove('a'));
    rerender(tree('two'));
    await act(() => storage.load());
    expect(storage.calls.getState().items).toEqual([]);
  });

  it('[RCT-04] renders for its calls alone, and returns the same for the same', async () => {
    const [ua, storage] = [new FakeUA(), storageOf({ name: freshName() })];
    const { value, renders, rerender } = await rendered(storage, useCallHistory, ua);
    const before = value();
    renders();
    act(() => ua.registration({ status: 'registered' }));
    await act(() => storage.contacts.save({ name: 'Bob', addresses: [] }));
    await act(() => storage.settings.update({ theme: 'dark' }));
    expect(renders()).toBe(0);
    rerender();
    expect(value()).toBe(before);
    act(() => void ua.add('a'));
    await act(async () => ua.change('a', over()));
    expect([value().markSeen, value().remove, value().clear]).toEqual([before.markSeen, before.remove, before.clear]);
  });
});

describe('useContacts and useSettings', () => {
  it('[RCT-05] save, find and remove people', async () => {
    const { value, renders } = await rendered(storageOf({ name: freshName() }), useContacts);
    renders();
    await act(() => value().save({ name: 'Bob', addresses: [{ label: '', address: 'sip:bob@example.com' }] }));
    expect(value().find('bob')?.name).toBe('Bob');
    expect(value().contacts).toHaveLength(1);
    // Shown once, though it was seen at once and written later; StrictMode renders twice.
    expect(renders()).toBe(2);
    await act(() => value().clear());
    expect(value().contacts).toEqual([]);
  });

  it('[RCT-05] change settings at once', async () => {
    const storage = storageOf({ name: freshName() });
    const { value, renders, rerender } = await rendered(storage, useSettings);
    const before = value();
    renders();
    await act(() => storage.contacts.save({ name: 'Bob', addresses: [] }));
    expect(renders()).toBe(0);
    rerender();
    expect(value()).toBe(before);
    let saved: Promise<void> | undefined;
    act(() => void (saved = value().update({ doNotDisturb: true })));
    expect(value().settings.doNotDisturb).toBe(true);
    await act(() => saved!);
    await act(() => value().reset());
    expect(value().settings.doNotDisturb).toBe(false);
    expect(value().update).toBe(before.update);
  });
});

describe('usePhoneStorage', () => {
  it('[RCT-05] says when nothing is kept', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { value } = await rendered(storageOf({ name: freshName() }), usePhoneStorage);
    expect(value().status).toEqual({ kind: 'memory', reason: 'UNSUPPORTED' });
  });

  it('[RCT-05] needs a provider', () => {
    expect(() => renderHook(usePhoneStorage)).toThrow(expect.objectContaining({ code: 'STORAGE_PROVIDER_NOT_FOUND' }));
  });

  it('[RCT-05] renders on a server, where there is no database', () => {
    const opened = vi.spyOn(indexedDB, 'open');
    const storage = storageOf({ name: freshName() });
    function Page(): ReactNode {
      return `${useCallHistory().calls.length} ${useContacts().contacts.length} ${useSettings().settings.theme}`;
    }
    const page = (
      <PhoneStorageProvider storage={storage}>
        <Page />
      </PhoneStorageProvider>
    );
    expect(renderToString(page)).toBe('0 0 system');
    expect(opened).not.toHaveBeenCalled();
  });
});
