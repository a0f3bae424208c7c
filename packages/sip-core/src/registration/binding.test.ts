import { describe, expect, test } from 'vitest';
import { parseMessage } from '../message/parse-message.ts';
import { Uri } from '../message/uri.ts';
import { Identity } from '../user-agent/identity.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { type Binding, ourBinding } from './binding.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const identity = new Identity({
  random: seededRandom(1),
  uri: Uri.parse('sip:alice@example.com')!,
  contactName: 'ours',
  viaHost: 'client.invalid',
  instanceId: ID,
});

/** What a 200 with these lines grants, when 600 seconds were asked for. */
function granted(...lines: readonly string[]): Binding {
  const parsed = parseMessage(
    [
      'SIP/2.0 200 OK',
      'Via: SIP/2.0/WSS client.invalid;branch=z9hG4bK1',
      'From: <sip:alice@example.com>;tag=a',
      'To: <sip:alice@example.com>;tag=b',
      'Call-ID: r',
      'CSeq: 1 REGISTER',
      ...lines,
      'Content-Length: 0',
      '\r\n',
    ].join('\r\n'),
  );
  if (!parsed.ok || parsed.message.kind !== 'response') throw new Error('no response');
  return ourBinding(parsed.message, identity, 600);
}

const OURS = '<sip:ours@client.invalid;transport=ws>';

describe('which Contact of a 200 is ours (RFC 3261 section 10.2.4)', () => {
  test('[PRO-05] the one of our instance, before the one of our URI', () => {
    const other = `Contact: ${OURS};expires=10`;
    const ours = `Contact: <sip:border@192.0.2.1>;+sip.instance="<urn:uuid:${ID}>";expires=90`;
    expect(granted(other, ours).expires).toBe(90);
  });

  test('[PRO-05] the one of our URI, among those of other devices', () => {
    expect(granted(`Contact: <sip:other@192.0.2.1>;expires=10, ${OURS};expires=90`).expires).toBe(90);
  });

  test('[PRO-05] the one of our user part, when a border element has rewritten the rest', () => {
    expect(
      granted('Contact: <sip:else@192.0.2.1>;expires=10', 'Contact: <sip:ours@192.0.2.1:5060>;expires=90').expires,
    ).toBe(90);
  });

  test('[PRO-05] none that belongs to somebody else: then Expires counts, then what was asked for', () => {
    const other = 'Contact: <sip:other@192.0.2.1>;expires=10';
    expect(granted(other, 'Expires: 300').expires).toBe(300);
    expect(granted(other).expires).toBe(600);
  });
});

describe('what our Contact says', () => {
  test.each([
    ['expires=0', 0],
    ['expires=4294967295', 4_294_967_295],
    ['expires=soon', 300],
    ['expires=-1', 300],
    ['expires="90"', 90],
    ['expires=99999999999', 300],
    ['expires', 300],
    ['q=1', 300],
  ])('[PRO-05] %s with Expires 300: %i seconds', (param, seconds) => {
    expect(granted(`Contact: ${OURS};${param}`, 'Expires: 300').expires).toBe(seconds);
  });

  test('[PRO-05] a public GRUU is taken (RFC 5627 section 4.2), one that is no URI is not', () => {
    const gruu = (param: string): string | undefined => granted(`Contact: ${OURS};${param}`).gruu?.toString();
    expect(gruu('pub-gruu="sip:alice@example.com;gr=x"')).toBe('sip:alice@example.com;gr=x');
    expect(gruu('pub-gruu="nonsense"')).toBeUndefined();
    expect(gruu('pub-gruu')).toBeUndefined();
    expect(gruu('expires=5')).toBeUndefined();
  });
});
