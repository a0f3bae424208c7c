import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeUA } from '../testing/fake-ua.ts';
import { useSipEvent } from './use-sip-event.ts';

function Listener({
  type,
  handler,
}: {
  type: 'connected' | 'connecting';
  handler: (...args: readonly unknown[]) => void;
}): ReactNode {
  useSipEvent(type, handler);
  return null;
}

it('[RCT-03] calls the latest handler, and listens once', () => {
  const ua = new FakeUA();
  const [first, second] = [vi.fn(), vi.fn()];
  const tree = (handler: () => void): ReactNode => (
    <StrictMode>
      <SipProvider ua={ua.asUA}>
        <Listener type="connected" handler={handler} />
      </SipProvider>
    </StrictMode>
  );
  const on = vi.spyOn(ua, 'on');
  const { rerender, unmount } = render(tree(first));
  const subscriptions = on.mock.calls.length;
  ua.emit('connected', 1, 2);
  expect(first).toHaveBeenCalledExactlyOnceWith(1, 2);
  rerender(tree(second));
  ua.emit('connected');
  expect(first).toHaveBeenCalledOnce();
  expect(second).toHaveBeenCalledOnce();
  expect(on).toHaveBeenCalledTimes(subscriptions);
  expect(ua.listeners('connected')).toBe(1);
  unmount();
  expect(ua.listeners('connected')).toBe(0);
});

it('[RCT-03] hears what the start of the user agent causes', () => {
  const ua = new FakeUA();
  vi.spyOn(ua, 'start').mockImplementation(async () => ua.emit('connecting'));
  const handler = vi.fn();
  render(
    <SipProvider ua={ua.asUA}>
      <Listener type="connecting" handler={handler} />
    </SipProvider>,
  );
  expect(handler).toHaveBeenCalledOnce();
});
