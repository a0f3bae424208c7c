import { describe, expect, test } from 'vitest';
import { parseMessage } from '../message/parse-message.ts';
import { isAnsweredElsewhere, parseReason, readReason, sipReason } from './reason.ts';

/** What a BYE with these lines says. */
function reasonOf(...lines: readonly string[]): ReturnType<typeof readReason> {
  const parsed = parseMessage(
    [
      'BYE sip:alice@client.invalid SIP/2.0',
      'Via: SIP/2.0/WSS peer.example.com;branch=z9hG4bK2',
      'Max-Forwards: 70',
      'From: <sip:bob@example.com>;tag=bob',
      'To: <sip:alice@example.com>;tag=ours',
      'Call-ID: call-1',
      'CSeq: 2 BYE',
      ...lines.map((line) => `Reason: ${line}`),
      'Content-Length: 0',
      '\r\n',
    ].join('\r\n'),
  );
  if (!parsed.ok) throw new Error(parsed.failure.reason);
  return readReason(parsed.message);
}

describe('the Reason header field (RFC 3326 section 2)', () => {
  test('[PRO-10] is read with its cause and its text, quoted pairs undone', () => {
    expect(reasonOf('sip ; cause=200 ; text="Call \\"completed\\" elsewhere"')).toEqual({
      protocol: 'SIP',
      cause: 200,
      text: 'Call "completed" elsewhere',
    });
  });

  test('[PRO-10] of several values the SIP one counts, wherever it stands; else the first', () => {
    expect(reasonOf('Q.850;cause=16, SIP;cause=603')).toMatchObject({ protocol: 'SIP', cause: 603 });
    expect(reasonOf('Q.850;cause=16;text="Terminated"', 'SIP;cause=487')).toMatchObject({ cause: 487 });
    expect(reasonOf('Q.850;cause=16', 'preemption;cause=1')).toMatchObject({ protocol: 'Q.850', cause: 16 });
  });

  test('[PRO-10] needs neither cause nor text', () => {
    expect(reasonOf('SIP')).toEqual({ protocol: 'SIP', cause: null, text: null });
    expect(reasonOf()).toBeNull();
  });

  test.each(['SIP;cause=soon', 'SIP;cause=1.5', 'SIP;cause=', 'SIP;cause'])(
    '[PRO-10] %j has no cause that could be used',
    (line) => {
      expect(reasonOf(line)?.cause ?? null).toBeNull();
    },
  );

  test.each(['', ';cause=200', 'SIP;cause=200;text="open'])('[PRO-10] %j is none', (value) => {
    expect(parseReason(value)).toEqual([]);
  });

  test('[PRO-10] only SIP 200 says that somebody else took the call', () => {
    const verdicts = ['SIP;cause=200', 'SIP;cause=486', 'Q.850;cause=200', 'SIP'].map((value) =>
      isAnsweredElsewhere(reasonOf(value)),
    );
    expect([...verdicts, isAnsweredElsewhere(null)]).toEqual([true, false, false, false, false]);
  });

  test('[PRO-10] what we write is read back, whatever the text', () => {
    const text = 'a "b" \\ c; cause=1, SIP';
    expect(reasonOf(sipReason(480, text))).toEqual({ protocol: 'SIP', cause: 480, text });
  });
});
