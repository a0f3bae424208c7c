import { describe, expect, test } from 'vitest';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import { newRequest } from '../testing/layer-fixture.ts';
import { Dialog } from './dialog.ts';
import { DialogTable } from './dialog-table.ts';

/** What may differ in a response to our INVITE. */
interface Given {
  readonly status?: number;
  readonly to?: string;
  readonly lines?: readonly string[];
}

/** A response to the INVITE of `newRequest`. */
function response({ status = 180, to = ';tag=bob', lines = [] }: Given = {}): IncomingResponse {
  const parsed = parse([
    `SIP/2.0 ${status} Whatever`,
    'Via: SIP/2.0/WSS client.invalid;branch=z9hG4bK1',
    'From: "Alice" <sip:alice@example.com>;tag=ours',
    `To: <sip:bob@example.com>${to}`,
    'Call-ID: call-1',
    'CSeq: 7 INVITE',
    ...lines,
  ]);
  if (parsed.kind !== 'response') throw new Error('no response');
  return parsed;
}

/** A request of theirs, by default the INVITE that makes a dialog. */
function request(method: string, seq: number, from = ';tag=bob', lines: readonly string[] = []): IncomingRequest {
  const parsed = parse([
    `${method} sip:alice@client.invalid SIP/2.0`,
    'Via: SIP/2.0/WSS peer.example.com;branch=z9hG4bK2',
    'Max-Forwards: 70',
    `From: <sip:bob@example.com>${from}`,
    'To: <sip:alice@example.com>;tag=ours',
    'Call-ID: call-1',
    `CSeq: ${seq} ${method}`,
    ...lines,
  ]);
  if (parsed.kind !== 'request') throw new Error('no request');
  return parsed;
}

function parse(lines: readonly string[]): IncomingRequest | IncomingResponse {
  const parsed = parseMessage([...lines, 'Content-Length: 0', '\r\n'].join('\r\n'));
  if (!parsed.ok) throw new Error(parsed.failure.reason);
  return parsed.message;
}

/** Request-URI, then Route values. */
function way(sent: OutgoingRequest): readonly string[] {
  return [sent.uri.toString(), ...sent.headers.all('Route')];
}

const ROUTES = ['Record-Route: <sip:p2.example.com;lr>', 'Record-Route: <sip:p1.example.com;lr>'];

describe('a dialog made by a response (RFC 3261 section 12.1.2)', () => {
  test('[PRO-03] takes the recorded route in reverse, the Contact as its target, and counts on from the INVITE', () => {
    const lines = [...ROUTES, 'Contact: <sip:bob@192.0.2.4>'];
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ lines }));
    expect(dialog).toMatchObject({ state: 'early', localTag: 'ours', remoteTag: 'bob', callId: 'call-1' });
    expect([dialog.localSequence, dialog.remoteSequence]).toEqual([7, undefined]);
    const info = dialog.createRequest('INFO');
    expect(way(info)).toEqual(['sip:bob@192.0.2.4', '<sip:p1.example.com;lr>', '<sip:p2.example.com;lr>']);
    expect(info.cseq).toEqual({ seq: 8, method: 'INFO' });
    expect([info.fromTag, info.toTag]).toEqual(['ours', 'bob']);
    expect(info.headers.get('Max-Forwards')).toBe('70');
  });

  test('[PRO-03] of 200 and above is confirmed at once', () => {
    expect(Dialog.fromResponse(newRequest('INVITE'), response({ status: 200 })).state).toBe('confirmed');
  });

  test('[PRO-03] without a Contact keeps the target of the request', () => {
    expect(way(Dialog.fromResponse(newRequest('INVITE'), response()).createRequest('BYE'))).toEqual([
      'sip:bob@example.com',
    ]);
  });

  test('[PRO-03] without a To tag is one with a peer of RFC 2543: our requests carry none either', () => {
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ status: 200, to: '' }));
    expect(dialog.remoteTag).toBe('');
    expect(dialog.createRequest('BYE').headers.get('To')).toBe('<sip:bob@example.com>');
    const table = new DialogTable<string>();
    table.add(dialog, 'the call');
    expect(table.find(request('BYE', 1, ''))?.usage).toBe('the call');
    expect(table.find(request('BYE', 1))).toBeUndefined();
  });

  test('[PRO-03] keeps nothing of what the messages say later on: tags with odd letters are taken as they are', () => {
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ to: ';tag=%41.b~c' }));
    expect(dialog.createRequest('BYE').headers.get('To')).toBe('<sip:bob@example.com>;tag=%41.b~c');
  });
});

describe('a dialog made by a request (RFC 3261 section 12.1.1)', () => {
  test('[PRO-03] takes the recorded route in its order, and their number as the last one seen', () => {
    const dialog = Dialog.fromRequest(request('INVITE', 41, undefined, [...ROUTES, 'Contact: <sip:b@[::1]>']), 'mine');
    expect(way(dialog.createRequest('BYE'))).toEqual([
      'sip:b@[::1]',
      '<sip:p2.example.com;lr>',
      '<sip:p1.example.com;lr>',
    ]);
    expect([dialog.localTag, dialog.remoteTag, dialog.remoteSequence]).toEqual(['mine', 'bob', 41]);
  });

  test('[PRO-03] starts counting its own requests at 1', () => {
    const dialog = Dialog.fromRequest(request('INVITE', 41), 'mine');
    expect([dialog.nextSequence(), dialog.nextSequence()]).toEqual([1, 2]);
  });

  test('[PRO-03] without a Contact or a From tag answers to the From, as RFC 2543 peers expect', () => {
    const dialog = Dialog.fromRequest(request('INVITE', 1, ''), 'mine');
    const bye = dialog.createRequest('BYE');
    expect(bye.uri.toString()).toBe('sip:bob@example.com');
    expect([bye.headers.get('To'), dialog.remoteTag]).toEqual(['<sip:bob@example.com>', '']);
  });
});

describe('the 2xx to our INVITE (RFC 3261 section 13.2.2.4)', () => {
  test('[PRO-03] brings the route set and the target anew: those of the 180 do not count any more', () => {
    const dialog = Dialog.fromResponse(
      newRequest('INVITE'),
      response({ lines: [...ROUTES, 'Contact: <sip:ringing@192.0.2.4>'] }),
    );
    dialog.confirm(
      response({ status: 200, lines: ['Record-Route: <sip:p3.example.com;lr>', 'Contact: <sip:answered@192.0.2.5>'] }),
    );
    expect(dialog.state).toBe('confirmed');
    expect(way(dialog.createRequest('BYE'))).toEqual(['sip:answered@192.0.2.5', '<sip:p3.example.com;lr>']);
  });

  test('[PRO-03] without a recorded route leaves none', () => {
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ lines: ROUTES }));
    dialog.confirm(response({ status: 200 }));
    expect(dialog.routeSet).toEqual([]);
  });

  test('[PRO-03] repeated on a confirmed dialog leaves the route set alone: it never changes again (section 12.2)', () => {
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ status: 200, lines: ROUTES }));
    dialog.confirm(response({ status: 200, lines: ['Record-Route: <sip:evil.example.com;lr>'] }));
    expect(dialog.routeSet.map((route) => route.uri.host)).toEqual(['p1.example.com', 'p2.example.com']);
  });

  test('[PRO-03] does not wake a dialog that is over', () => {
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ lines: ['Contact: <sip:a@192.0.2.4>'] }));
    dialog.terminate();
    dialog.confirm(response({ status: 200, lines: ['Contact: <sip:b@192.0.2.4>'] }));
    expect([dialog.state, dialog.remoteTarget.user]).toEqual(['terminated', 'a']);
  });
});

describe('numbers (RFC 3261 sections 12.2.1.1 and 12.2.2)', () => {
  test('[PRO-03] of their requests rise, with any gaps; what is not higher is refused and changes nothing', () => {
    const dialog = Dialog.fromRequest(request('INVITE', 10), 'mine');
    const verdicts = [9, 10, 11, 11, 2_147_483_647, 12].map((seq) => dialog.acceptSequence(request('INFO', seq)));
    expect(verdicts).toEqual([false, false, true, false, true, false]);
    expect(dialog.remoteSequence).toBe(2_147_483_647);
  });

  test('[PRO-03] of theirs start anywhere when we called: the first is remembered, 0 as well', () => {
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ status: 200 }));
    expect([0, 0, 1].map((seq) => dialog.acceptSequence(request('INFO', seq)))).toEqual([true, false, true]);
  });

  test('[PRO-03] of an ACK or CANCEL are those of the INVITE, and are not counted', () => {
    const dialog = Dialog.fromResponse(newRequest('INVITE'), response({ status: 200 }));
    expect(dialog.createRequest('ACK', 7).cseq).toEqual({ seq: 7, method: 'ACK' });
    expect(dialog.createRequest('BYE').cseq.seq).toBe(8);
  });
});

describe('target refresh (RFC 3261 section 12.2)', () => {
  test('[PRO-03] takes the Contact; without one, or with a broken one, the target stays', () => {
    const dialog = Dialog.fromRequest(request('INVITE', 1, undefined, ['Contact: <sip:one@192.0.2.1>']), 'mine');
    const targets = [['Contact: <sip:two@192.0.2.2>'], [], ['Contact: <nonsense']].map((lines) => {
      dialog.refreshTarget(request('UPDATE', 2, undefined, lines));
      return dialog.remoteTarget.user;
    });
    expect(targets).toEqual(['two', 'two', 'two']);
  });
});

describe('dialogs in the table (RFC 3261 section 12)', () => {
  test('[PRO-03] forks of one INVITE differ by the peer’s tag only, and each finds its own', () => {
    const table = new DialogTable<string>();
    const forks = ['a', 'b'].map((tag) => Dialog.fromResponse(newRequest('INVITE'), response({ to: `;tag=${tag}` })));
    for (const fork of forks) table.add(fork, `fork ${fork.remoteTag}`);
    expect(['a', 'b', 'c'].map((tag) => table.find(request('BYE', 1, `;tag=${tag}`))?.usage)).toEqual([
      'fork a',
      'fork b',
      undefined,
    ]);
    for (const fork of forks) table.remove(fork);
    expect(table.size).toBe(0);
  });

  test('[PRO-03] tags are told apart by case, as tokens that peers made up', () => {
    const table = new DialogTable<string>();
    table.add(Dialog.fromResponse(newRequest('INVITE'), response({ to: ';tag=aB' })), 'the call');
    expect(table.get('call-1', 'ours', 'aB')?.usage).toBe('the call');
    expect(table.get('call-1', 'ours', 'ab')).toBeUndefined();
    expect(table.get('CALL-1', 'ours', 'aB')).toBeUndefined();
  });
});
