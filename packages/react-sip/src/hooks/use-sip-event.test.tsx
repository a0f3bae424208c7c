import type { UAEvents } from '@hookswitch/sip-core';
import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeLine } from '../testing/fake-line.ts';
import { useSipEvent } from './use-sip-event.ts';

let line: FakeLine;

beforeEach(() => {
  line = new FakeLine();
});

afterEach(() => {
  line.network.close();
});

type Handler = (...args: UAEvents['connecting']) => void;

function Listener({ handler }: { readonly handler: Handler }): ReactNode {
  useSipEvent('connecting', handler);
  return null;
}

it('[RCT-03] calls the latest handler, and listens once', async () => {
  const ua = line.ua('alice');
  const [first, second] = [vi.fn<Handler>(), vi.fn<Handler>()];
  const tree = (handler: Handler): ReactNode => (
    <StrictMode>
      <SipProvider ua={ua}>
        <Listener handler={handler} />
      </SipProvider>
    </StrictMode>
  );
  const on = vi.spyOn(ua, 'on');
  const { rerender, unmount } = render(tree(first));
  const subscriptions = on.mock.calls.length;
  await line.pass();
  expect(first).toHaveBeenCalledExactlyOnceWith({ attempts: 1 });
  rerender(tree(second));
  line.network.closeSockets();
  await line.pass(10_000);
  expect(first).toHaveBeenCalledOnce();
  expect(second).toHaveBeenCalledOnce();
  expect(on).toHaveBeenCalledTimes(subscriptions);
  unmount();
  await line.pass();
  await line.after(() => ua.start());
  expect(second).toHaveBeenCalledOnce();
});

it('[RCT-03] hears what the start of the user agent causes', async () => {
  const handler = vi.fn<Handler>();
  render(
    <SipProvider ua={line.ua('alice')}>
      <Listener handler={handler} />
    </SipProvider>,
  );
  await line.pass(0);
  expect(handler).toHaveBeenCalledOnce();
});
