import { SipProvider } from '@hookswitch/react-sip';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { FakeTrace } from '../testing/fake-trace.ts';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { PhoneScene } from '../testing/phone-scene.ts';
import { pseudoLabels } from '../testing/pseudo-labels.ts';
import { readSdp } from './read-sdp.ts';
import { SipTrace } from './sip-trace.tsx';
import { SipTraceView, type SipTraceViewProps } from './sip-trace-view.tsx';
import { traceAsJson, traceAsText, traceFileName } from './trace-export.ts';
import { laneName, traceItems } from './trace-item.ts';

const day = FakeTrace.day();
const copy = vi.fn((_text: string) => Promise.resolve());
const save = vi.fn();
Element.prototype.scrollIntoView = () => {};

function show(props: Partial<SipTraceViewProps> = {}): ReturnType<typeof render> {
  return render(<SipTraceView messages={day.messages} marks={day.marks} copy={copy} save={save} {...props} />);
}

/** The list of messages; the choices of a filter are options, too. */
const ladder = () => within(screen.getByRole('listbox'));
const rows = (): string[] =>
  ladder()
    .getAllByRole('option')
    .map((row) => row.firstElementChild?.textContent ?? '');
const said = (): string[] => rows().map((row) => row.replace(/^[^,]*, /, ''));

describe('the rows of a trace', () => {
  test('[KIT-07] say when, which way, what, and for what', () => {
    show();
    expect(said().slice(0, 5)).toEqual([
      'Connected to sip.example.com',
      'sent REGISTER',
      'received 401 Unauthorized, for REGISTER',
      'sent REGISTER',
      'received 200 OK, for REGISTER',
    ]);
    expect(rows()[1]).toMatch(/^\d{1,2}:00:00.*, sent REGISTER$/);
    expect(said()).toContain('received 200 OK, for INVITE, sent again');
    expect(said()).toContain('Connection lost (CLOSED)');
    expect(said().join()).not.toContain('Keep-alive');
  });

  test('[KIT-07] have one lane for each call, and tell what went wrong from what is usual', () => {
    const items = traceItems(day.messages, day.marks);
    const failures = items.filter(({ failure }) => failure);
    expect(failures.map((item) => (item.kind === 'mark' ? item.mark.kind : item.title))).toEqual([
      'disconnected',
      'connectFailed',
      '486 Busy Here',
    ]);
    const lanes = items.flatMap((item) => (item.kind === 'message' ? [`${laneName(item.lane)} ${item.party}`] : []));
    expect([...new Set(lanes)]).toEqual([
      'A 1001@example.com',
      'B 1002@example.com',
      'C 602@example.com',
      'B 1001@example.com',
    ]);
    expect([laneName(25), laneName(26)]).toEqual(['Z', 'A2']);
  });

  test('[KIT-07] know a password that is refused from a first challenge', () => {
    const authorization = 'Authorization: Digest response="***"';
    const { messages } = new FakeTrace()
      .say({ way: 'sent', line: 'REGISTER', extra: [authorization] })
      .say({ way: 'received', line: '401 Unauthorized', method: 'REGISTER' })
      .say({ way: 'received', line: '487 Request Terminated', cseq: 2 });
    expect(traceItems(messages, []).map(({ failure }) => failure)).toEqual([false, true, false]);
  });

  test('[RCT-04] keep their identity when another message comes', () => {
    const before = traceItems(day.messages.slice(0, -1), day.marks);
    const after = traceItems(day.messages, day.marks);
    expect(before.every((item) => after.includes(item))).toBe(true);
  });
});

describe('SipTrace', () => {
  test('[KIT-07] filters by words, conversation, method, failures and keep-alives', async () => {
    show();
    const all = rows().length;
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search in messages' }), 'call-2');
    expect(said()).toEqual(['sent INVITE', 'received 486 Busy Here, for INVITE', 'sent ACK']);
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Conversation' }), 'A: 1001@example.com');
    expect(rows()).toHaveLength(4);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Conversation' }), 'All conversations');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Method' }), 'BYE');
    expect(said()).toEqual(['received BYE', 'sent 200 OK, for BYE']);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Method' }), 'All methods');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Keep-alives' }));
    expect(rows()).toHaveLength(all + 2);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Failures only' }));
    expect(said()).toEqual([
      'Connection lost (CLOSED)',
      'Could not connect (CONNECT_FAILED)',
      'received 486 Busy Here, for INVITE',
    ]);
  });

  test('[KIT-10] is walked by arrow keys, read by Enter, copied by Ctrl+C and closed by Escape', async () => {
    show();
    const list = screen.getByRole('listbox');
    act(() => list.focus());
    await userEvent.keyboard('{Home}{ArrowDown}{ArrowDown}');
    expect(ladder().getByRole('option', { selected: true })).toHaveAccessibleName(
      /received 401 Unauthorized, for REGISTER$/,
    );
    expect(list).toHaveAttribute('aria-activedescendant', ladder().getByRole('option', { selected: true }).id);
    expect(screen.queryByRole('region', { name: 'Message' })).toBeNull();
    await userEvent.keyboard('{Enter}');
    const message = screen.getByRole('region', { name: 'Message' });
    expect(within(message).getByText('WWW-Authenticate')).toBeVisible();
    await userEvent.keyboard('{Control>}c{/Control}');
    expect(copy).toHaveBeenLastCalledWith(day.messages[1]?.text);
    expect(screen.getByText('Copied')).toBeInTheDocument();
    expect(list).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowUp}');
    expect(ladder().getByRole('option', { selected: true })).toHaveAccessibleName(/received BYE$/);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Message' })).toBeNull();
  });

  test('[KIT-07] shows the description of a session by its media', async () => {
    show();
    await userEvent.click(ladder().getAllByRole('option', { name: /sent INVITE/ })[0]!);
    const message = within(screen.getByRole('region', { name: 'Message' }));
    expect(message.getByText('audio')).toBeVisible();
    expect(message.getByText('sendrecv')).toBeVisible();
    expect(
      readSdp('v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111 0\r\na=rtpmap:111 opus/48000/2\r\na=sendonly\r\n').at(1),
    ).toEqual(expect.objectContaining({ kind: 'audio', port: 9, direction: 'sendonly', codecs: ['opus', '0'] }));
  });

  test('[KIT-07] stands still while paused, and counts what came meanwhile', async () => {
    const [first, ...later] = day.messages;
    const { rerender } = show({ messages: [first!], marks: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    rerender(<SipTraceView messages={[first!, ...later]} marks={[]} />);
    expect(rows()).toHaveLength(1);
    expect(screen.getByText(`Paused, ${later.length} new messages`)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(rows()).toHaveLength(day.messages.length);
  });

  test('[KIT-07] copies and saves what it shows, and can be cleared', async () => {
    const onClear = vi.fn();
    show({ onClear });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Method' }), 'BYE');
    await userEvent.click(screen.getByRole('button', { name: 'Copy all' }));
    const text = copy.mock.lastCall?.[0];
    expect(text).toMatch(/^--- 2026-11-20T12:00:\S+Z received from wss:\/\/sip\.example\.com\/\nBYE /);
    await userEvent.click(screen.getByRole('button', { name: 'Save as JSON' }));
    const [name, type, json] = save.mock.lastCall as [string, string, string];
    expect([name, type]).toEqual([expect.stringMatching(/^sip-trace-[\dT-]+\.json$/), 'application/json']);
    expect(JSON.parse(json)).toMatchObject([{ method: 'BYE', direction: 'received' }, { statusCode: 200 }]);
    await userEvent.click(screen.getByRole('button', { name: 'Save as text' }));
    expect(save.mock.lastCall?.at(2)).toBe(text);
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(onClear).toHaveBeenCalledOnce();
    expect(traceFileName('txt', 0)).toBe('sip-trace-1970-01-01T00-00-00.txt');
  });

  test('[KIT-09] takes every word but those of the messages from the labels', async () => {
    const { container } = render(
      <LabelsProvider labels={pseudoLabels}>
        <SipTraceView messages={day.messages} marks={day.marks} onClear={vi.fn()} />
      </LabelsProvider>,
    );
    await userEvent.click(ladder().getAllByRole('option')[5]!);
    const wire = traceAsText(traceItems(day.messages, day.marks));
    const own = hardCodedText(container).filter((text) => !wire.includes(text.replace(/\s+/g, ' ')));
    expect(own.filter((text) => !/^[A-Z]$|^v=0\n|^m=/.test(text))).toEqual([]);
  });

  test('[KIT-11] shows what the network says as text, whatever it looks like', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { messages } = new FakeTrace().say({
      way: 'received',
      line: `404 ${hostile}`,
      extra: [`Subject: ${hostile}`],
    });
    const { container } = show({ messages, marks: [] });
    await userEvent.click(ladder().getByRole('option'));
    expect(screen.getAllByText(hostile)).not.toHaveLength(0);
    expect(container.querySelector('img')).toBeNull();
  });
});

describe('secrets', () => {
  let scene: PhoneScene;
  afterEach(() => scene.close());

  test('[KIT-07] are neither drawn, copied nor saved', async () => {
    scene = new PhoneScene({ media: 'fake' });
    const raw: string[] = [];
    const noted = (text: string): string => {
      raw.push(text);
      return text;
    };
    scene.network.faults.alter('REGISTER', noted, { times: Infinity });
    scene.network.faults.alter('401', noted, { times: Infinity });
    const { container } = render(
      <SipProvider ua={scene.ua} stopOnUnmount="never">
        <SipTrace />
      </SipProvider>,
    );
    await act(() => scene.start());
    await screen.findByRole('option', { name: /received 200 OK, for REGISTER/ });
    const secrets = [...raw.join('\n').matchAll(/\b(?:response|c?nonce)="?([^",\s]+)/g)].map(
      ([, value]) => value ?? '',
    );
    expect(secrets.length).toBeGreaterThan(2);

    const user = userEvent.setup();
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      ladder()
        .getAllByRole('option', { name: /sent REGISTER/ })
        .at(-1)!,
    );
    await user.click(screen.getByRole('button', { name: 'Copy this message' }));
    await user.click(screen.getByRole('button', { name: 'Copy all' }));
    const out = [container.innerHTML, ...written.mock.calls.flat()].join('\n');
    expect(out).toContain('username="1001"');
    for (const secret of [...secrets, 'wonderland']) expect(out).not.toContain(secret);
  });

  test('[KIT-07] stay out of both forms of a file', () => {
    const items = traceItems(day.messages, day.marks);
    for (const file of [traceAsText(items), traceAsJson(items)]) expect(file).not.toMatch(/response=\\?"(?!\*)/);
    scene = new PhoneScene({ media: 'fake' });
  });
});
