import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SipProvider } from './provider/sip-provider.tsx';
import { useSipEvent } from './hooks/use-sip-event.ts';
import { FakeLine } from './testing/fake-line.ts';

let line: FakeLine;

beforeEach(() => {
  line = new FakeLine();
});

afterEach(() => {
  line.network.close();
});

function Listener({ onRegistered }: { readonly onRegistered: () => void }): null {
  useSipEvent('registered', onRegistered);
  return null;
}

it('[statement 2] [RCT-02] a hundred renders with fresh callbacks do nothing to the connection', async () => {
  const ua = line.ua('alice');
  const seen: number[] = [];
  const page = (round: number) => (
    <StrictMode>
      <SipProvider ua={ua}>
        <Listener onRegistered={() => seen.push(round)} />
      </SipProvider>
    </StrictMode>
  );
  const { rerender } = render(page(0));
  await line.pass();
  const before = line.network.trace.find('REGISTER').length;
  for (let round = 1; round <= 100; round += 1) rerender(page(round));
  await line.pass();
  expect([line.sockets, line.network.trace.find('REGISTER').length - before]).toEqual([1, 0]);
  act(() => void ua.register());
  await line.pass();
  expect(seen).toEqual([0, 100]);
});
