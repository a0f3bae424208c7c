import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { FakeTrace } from '../testing/fake-trace.ts';
import { SipTraceView } from './sip-trace-view.tsx';

/** A busy morning: calls one after the other. */
function busy(messages: number): FakeTrace {
  const trace = new FakeTrace();
  for (let index = 0; trace.messages.length < messages; index += 1) {
    const call = { callId: `call-${index}` };
    trace
      .say({ way: 'sent', line: 'INVITE', ...call })
      .say({ way: 'received', line: '180 Ringing', ...call })
      .say({ way: 'received', line: '200 OK', ...call })
      .say({ way: 'sent', line: 'ACK', ...call });
  }
  return trace;
}

it('[KIT-07] draws two thousand messages, follows the next one at its end, and stays where somebody reads', async () => {
  const trace = busy(2000);
  const shown = (count: number) => (
    <div style={{ blockSize: '600px', inlineSize: '420px' }}>
      <SipTraceView messages={trace.messages.slice(0, count)} />
    </div>
  );
  const screen = await render(shown(1990));
  const list = screen.getByRole('listbox').element() as HTMLElement;
  const fromEnd = (): number => list.scrollHeight - list.scrollTop - list.clientHeight;
  const times: number[] = [];
  for (let count = 1991; count <= 2000; count += 1) {
    const began = performance.now();
    await screen.rerender(shown(count));
    // Reading it makes the browser lay out at once.
    expect(fromEnd()).toBeLessThan(2);
    times.push(performance.now() - began);
  }
  expect(list.querySelectorAll('[role="option"]')).toHaveLength(2000);
  // A frame or so by itself; a busy machine gets more.
  expect(times.sort((a, b) => a - b)[5]).toBeLessThan(150);

  list.scrollTop = 0;
  list.dispatchEvent(new Event('scroll'));
  await expect.element(screen.getByRole('button', { name: 'Go to the latest' })).toBeVisible();
  trace.say({ way: 'received', line: 'BYE', callId: 'call-1' });
  await screen.rerender(shown(2001));
  expect(list.scrollTop).toBe(0);
  await screen.getByRole('button', { name: 'Go to the latest' }).click();
  // Rows that come into view have their height with the next frame.
  await expect.poll(fromEnd).toBeLessThan(2);
});
