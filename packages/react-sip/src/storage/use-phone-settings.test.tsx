import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { CallScene } from '../testing/call-scene.ts';
import { createPhoneStorage } from './create-phone-storage.ts';
import { PhoneStorageProvider } from './phone-storage-provider.tsx';
import { usePhoneSettings, type UsePhoneSettingsReturnType } from './use-phone-settings.ts';

const scene = CallScene.each();

const account = { uri: 'sip:a@example.com', server: 'wss://x', displayName: null, authorizationUser: null };

function setup(wrap: (children: ReactNode) => ReactNode = (children) => children) {
  const seen: { one?: UsePhoneSettingsReturnType; two?: UsePhoneSettingsReturnType; renders: number } = { renders: 0 };
  function One(): null {
    seen.one = usePhoneSettings();
    seen.renders += 1;
    return null;
  }
  function Two(): null {
    seen.two = usePhoneSettings();
    return null;
  }
  const tree = wrap(
    <>
      <One />
      <Two />
    </>,
  );
  const view = render(<SipProvider ua={scene().alice}>{tree}</SipProvider>);
  return { seen, one: () => seen.one!, two: () => seen.two!, view };
}

it('[KIT-07] keeps settings in memory without a storage, the same for all, and says so', async () => {
  const { one, two, seen } = setup();
  expect(one()).toMatchObject({ status: { kind: 'memory' }, settings: { doNotDisturb: false, ringVolume: 1 } });
  await act(() => one().update({ doNotDisturb: true, ringVolume: 7 }));
  expect(two().settings).toMatchObject({ doNotDisturb: true, ringVolume: 1 });
  const before = seen.renders;
  await act(() => one().update({ ringVolume: 0.25 }));
  expect([two().settings.doNotDisturb, two().settings.ringVolume, seen.renders - before]).toEqual([true, 0.25, 1]);
  await act(() => two().reset());
  expect(one().settings).toMatchObject({ doNotDisturb: false, ringVolume: 1 });
});

it('[KIT-07] forgets a password that is not to be remembered, in memory too', async () => {
  const { one } = setup();
  await act(() => one().update({ account: { ...account, password: 'secret' } }));
  expect(one().settings.account).toEqual({ ...account, password: null });
  await act(() => one().update({ account: { ...account, password: 'secret' } }, { rememberPassword: true }));
  await act(() => one().update({ doNotDisturb: true }));
  expect(one().settings.account?.password).toBe('secret');
});

it('[KIT-07] uses the storage where there is one', async () => {
  const storage = createPhoneStorage({ name: 'use-phone-settings' });
  const { one, view } = setup((children) => <PhoneStorageProvider storage={storage}>{children}</PhoneStorageProvider>);
  await act(() => storage.load());
  await act(() => one().update({ doNotDisturb: true }));
  expect(storage.settings.getState().doNotDisturb).toBe(true);
  expect(one().settings).toBe(storage.settings.getState());
  view.unmount();
  await storage.delete();
});
