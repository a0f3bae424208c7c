import type { UA } from '@hookswitch/sip-core';
import 'fake-indexeddb/auto';
import { act, render, renderHook } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { CallScene } from '../testing/call-scene.ts';
import { closeStorages, freshName, reopened, storageOf } from '../testing/storages.ts';
import type { PhoneStorage } from './phone-storage.ts';
import { PhoneStorageProvider } from './phone-storage-provider.tsx';
import { useCallHistory } from './use-call-history.ts';
import { useContacts } from './use-contacts.ts';
import { usePhoneStorage } from './use-phone-storage.ts';
import { useSettings } from './use-settings.ts';

const scene = CallScene.each();

afterEach(closeStorages);

/** A hook inside a storage, and a phone where one is given; counts its renders. */
async function rendered<Value>(storage: PhoneStorage, useHook: () => Value, ua?: UA) {
  let renders = 0;
  const inside = (children: ReactNode): ReactNode => (
    <PhoneStorageProvider storage={storage}>{children}</PhoneStorageProvider>
  );
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
    <StrictMode>
      {ua === undefined ? inside(children) : <SipProvider ua={ua}>{inside(children)}</SipProvider>}
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
    const [{ alice, line }, name] = [scene(), freshName()];
    const { value } = await rendered(storageOf({ name }), useCallHistory, alice);
    expect(value()).toMatchObject({ calls: [], missed: 0, loaded: true });
    const missed = await scene().ringing();
    await line.after(() => missed.there.terminate());
    const placed = await scene().dialing();
    await line.after(() => placed.there.accept(), 5000);
    await line.after(() => placed.there.terminate());
    await vi.waitFor(() => expect(value().calls.map(({ outcome }) => outcome)).toEqual(['placed', 'missed']));
    expect(value().missed).toBe(1);
    await act(() => value().markSeen());
    expect(value().missed).toBe(0);
    await act(() => value().remove(missed.id));
    expect(value().calls.map(({ id, duration }) => [id, duration])).toEqual([[placed.id, 5000]]);
    expect((await reopened(name)).calls.getState().items).toHaveLength(1);
  });

  it('[RCT-05] does not keep again what was removed, when it is mounted anew', async () => {
    const [{ alice, line }, storage] = [scene(), storageOf({ name: freshName() })];
    const tree = (key: string): ReactNode => (
      <SipProvider ua={alice}>
        <PhoneStorageProvider key={key} storage={storage} />
      </SipProvider>
    );
    const { rerender } = render(tree('one'));
    const { id, there } = await scene().ringing();
    await line.after(() => there.terminate());
    expect(storage.calls.getState().items).toMatchObject([{ id }]);
    await act(() => storage.calls.remove(id));
    rerender(tree('two'));
    await act(() => storage.load());
    expect(storage.calls.getState().items).toEqual([]);
  });

  it('[RCT-04] renders for its calls alone, and returns the same for the same', async () => {
    const [{ alice, line }, storage] = [scene(), storageOf({ name: freshName() })];
    const { value, renders, rerender } = await rendered(storage, useCallHistory, alice);
    const before = value();
    renders();
    const { there } = await scene().talking();
    await line.after(() => alice.unregister());
    await act(() => storage.contacts.save({ name: 'Bob', addresses: [] }));
    await act(() => storage.settings.update({ theme: 'dark' }));
    expect(renders()).toBe(0);
    rerender();
    expect(value()).toBe(before);
    await line.after(() => there.terminate());
    expect(value()).not.toBe(before);
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
