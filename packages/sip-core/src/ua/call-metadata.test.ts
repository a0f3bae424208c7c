import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Invitation } from '../session/invitation.ts';
import { NO_METADATA } from '../session/call-metadata.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING } from '../testing/transfer-fixture.ts';
import type { UAConfiguration } from './configuration.ts';

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(() => {
  box = new PhoneBox();
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(NOTHING);
  expect(box.errors).toEqual([]);
});

/** A call to Alice with these header lines. */
async function incoming(headers: readonly string[], configuration: UAConfiguration = {}): Promise<Invitation> {
  alice = await box.phone('alice', { configuration });
  dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer(), headers });
  await box.until(() => alice.incoming.length === 1);
  const [session] = alice.incoming;
  if (session === undefined) throw new Error('no call');
  return session;
}

const someone = (user: string): unknown => expect.objectContaining({ user, host: 'example.com' });

const ASSERTED = [
  'P-Asserted-Identity: "Dr. Dave" <sip:dave@example.com>, <tel:+12015550123>',
  'Remote-Party-ID: "Dave" <sip:d@example.com>;party=calling;screen=yes;privacy=off',
];

describe('who calls by the word of a server (RFC 3325)', () => {
  test.each<[string, UAConfiguration]>([
    ['of none by default', {}],
    ['of one that is not trusted', { trustedServers: ['sip.example.net'] }],
    ['of one that only looks like it', { trustedServers: ['example.com'] }],
    ['of none', { trustedServers: false }],
  ])('[PRO-10] does not count %s', async (_what, configuration) => {
    const session = await incoming(ASSERTED, configuration);
    expect(session.assertedIdentity).toBeUndefined();
    expect(session.getSnapshot().asserted).toBeNull();
    expect(session.metadata.assertedIdentities).toEqual([]);
    expect(session.metadata.remoteParty).toBeNull();
  });

  test.each<[string, UAConfiguration]>([
    ['its host', { trustedServers: ['SIP.example.com'] }],
    ['its address', { trustedServers: ['wss://sip.example.com/'] }],
    ['the other spelling', { trusted_servers: ['sip.example.com'] }],
    ['whichever it is', { trustedServers: true }],
  ])('[PRO-10] counts when it is trusted by %s', async (_what, configuration) => {
    const session = await incoming(ASSERTED, configuration);
    expect(session.assertedIdentity?.displayName).toBe('Dr. Dave');
    expect(session.getSnapshot().asserted).toMatchObject({ user: 'dave', displayName: 'Dr. Dave' });
    expect(session.metadata.assertedIdentities.map((each) => each.uri)).toEqual([
      'sip:dave@example.com',
      'tel:+12015550123',
    ]);
    expect(session.metadata.remoteParty).toMatchObject({ screened: true, privacy: 'off', party: { user: 'd' } });
    expect(session.remoteIdentity.uri.user).toBe('dave');
  });

  test('[PRO-10] falls back to a Remote-Party-ID that was checked', async () => {
    const session = await incoming(['Remote-Party-ID: "D" <sip:d@example.com>;screen=yes'], { trustedServers: true });
    expect(session.assertedIdentity?.uri.user).toBe('d');
  });

  test('[PRO-10] not to one that was not', async () => {
    const session = await incoming(['Remote-Party-ID: "D" <sip:d@example.com>;screen=no'], { trustedServers: true });
    expect(session.assertedIdentity).toBeUndefined();
    expect(session.metadata.remoteParty?.screened).toBe(false);
  });

  test('[PRO-10] is told of the callee in its responses, and changes with the call', async () => {
    alice = await box.phone('alice', { configuration: { trustedServers: true } });
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180, { headers: ['P-Asserted-Identity: <sip:front-desk@example.com>', 'Server: PBX/1'] });
    await box.until(() => call.assertedIdentity !== undefined);
    expect(call.assertedIdentity?.uri.user).toBe('front-desk');
    expect(call.metadata.userAgent).toBe('PBX/1');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    expect(call.assertedIdentity?.uri.user).toBe('front-desk');
    const dialog = dave.dialog(invite);
    const again = dialog.send('INVITE', {
      body: fakeOffer({ version: 2 }),
      headers: ['P-Asserted-Identity: "Erin" <sip:erin@example.com>'],
    });
    dialog.ack(await dave.expectResponse(200, again));
    await box.run(50);
    expect(call.getSnapshot().asserted).toMatchObject({ user: 'erin', displayName: 'Erin' });
  });
});

describe('call metadata', () => {
  test('[PRO-10] are one frozen object that can be stored', async () => {
    const session = await incoming([
      'P-Preferred-Identity: "Dave" <sip:boss@example.com>',
      'Privacy: id;Critical',
      'Diversion: <sip:sales@example.com>;reason=no-answer;counter=2, <sip:desk@example.com>;reason=unconditional',
      'History-Info: <sip:sales@example.com?Reason=SIP%3Bcause%3D302%3Btext%3D%22Moved%22>;index=1, <sip:alice@example.com>;index=1.1',
      'Alert-Info: <urn:alert:source:internal>;x=1',
      'Call-Info: <https://example.com/dave.png>;purpose=icon',
      'Reason: SIP;cause=600;text="Busy Everywhere"',
      'User-Agent: Desk/1.0',
      'Subject: Lunch, soon',
      'Priority: urgent',
      'Organization: Example & Sons',
      'Referred-By: <sip:carol@example.com>',
      'User-to-User: 56a390f3d2b7310023a2;encoding=hex;purpose=foo;content=bar',
      'X-Account: 42',
      'x-account: 43',
      'X-__proto__: y',
    ]);
    const { sessionId, ...rest } = session.metadata;
    expect(JSON.parse(JSON.stringify(rest))).toEqual({
      assertedIdentities: [],
      remoteParty: null,
      preferredIdentity: { uri: 'sip:boss@example.com', user: 'boss', host: 'example.com', displayName: 'Dave' },
      privacy: ['id', 'critical'],
      diversion: [
        { party: someone('sales'), reason: 'no-answer', counter: 2 },
        { party: someone('desk'), reason: 'unconditional', counter: null },
      ],
      history: [
        {
          party: someone('sales'),
          index: '1',
          reason: { protocol: 'SIP', cause: 302, text: 'Moved' },
        },
        { party: someone('alice'), index: '1.1', reason: null },
      ],
      alertInfo: [{ uri: 'urn:alert:source:internal', params: [['x', '1']] }],
      callInfo: [{ uri: 'https://example.com/dave.png', params: [['purpose', 'icon']] }],
      autoAnswer: null,
      reason: { protocol: 'SIP', cause: 600, text: 'Busy Everywhere' },
      userAgent: 'Desk/1.0',
      subject: 'Lunch, soon',
      priority: 'urgent',
      organization: 'Example & Sons',
      referredBy: someone('carol'),
      userToUser: [{ data: '56a390f3d2b7310023a2', encoding: 'hex', purpose: 'foo', content: 'bar' }],
      headers: [
        ['x-account', '42'],
        ['x-account', '43'],
        ['x-__proto__', 'y'],
      ],
    });
    expect(sessionId?.local).toMatch(/^[0-9a-f]{32}$/);
    expect(sessionId?.remote).toBeNull();
    expect(Object.isFrozen(session.metadata)).toBe(true);
    expect(session.getSnapshot().metadata).toBe(session.metadata);
    expect(new Map(session.metadata.headers).get('x-account')).toBe('43');
  });

  test('[PRO-10] of a call that says nothing are empty', async () => {
    const session = await incoming([]);
    expect(session.metadata).toEqual({ ...NO_METADATA, sessionId: session.metadata.sessionId });
  });

  test('[PRO-10] are bounded, and leave out what is malformed', async () => {
    const session = await incoming([
      ...Array.from({ length: 35 }, (_, index) => `X-Many-${index}: ${'v'.repeat(1100)}`),
      `Diversion: ${Array.from({ length: 100 }, () => '<sip:a@example.com>').join(',')}`,
      'Diversion: <<<',
      'Call-Info: nonsense',
      'User-to-User: ;',
      'History-Info: <sip:x',
      `Subject: ${'s'.repeat(1100)}`,
    ]);
    const { metadata } = session;
    expect(metadata.headers).toHaveLength(32);
    expect(metadata.headers[0]?.[1]).toHaveLength(1024);
    expect(metadata.diversion.length).toBeLessThanOrEqual(32);
    expect(metadata.subject).toHaveLength(1024);
    expect([metadata.callInfo, metadata.userToUser, metadata.history]).toEqual([[], [], []]);
  });
});

describe('a caller who wants the call answered by itself', () => {
  const ways: [string, number][] = [
    ['Call-Info: <sip:dave@example.com>;answer-after=0', 0],
    ['Call-Info: answer-after=5', 5],
    ['Call-Info: <sip:x@y.example>; answer-after = 3 ;purpose=x', 3],
    ['Alert-Info: <http://example.com>;info=alert-autoanswer;delay=2', 2],
    ['Alert-Info: info=alert-autoanswer', 0],
    ['Alert-Info: ;info="Auto Answer"', 0],
    ['Answer-Mode: Auto', 0],
    ['Answer-Mode: auto;require', 0],
    ['Call-Info: answer-after=9999999999', 3600],
  ];

  test.each(ways)('[PRO-10] is understood, and left ringing: %s', async (header, after) => {
    const session = await incoming([header]);
    expect(session.metadata.autoAnswer).toEqual({ after });
    await box.run(30_000);
    expect(session.phase).toBe('incoming');
  });

  test.each(ways.slice(0, 8))('[PRO-10] gets it where that is configured: %s', async (header, after) => {
    const session = await incoming([header], { autoAnswer: true });
    if (after > 0) {
      await box.run(after * 1000 - 100);
      expect(session.phase).toBe('incoming');
    }
    const ok = await dave.expectResponse(200, 'INVITE');
    dave.dialog(ok).ack(ok);
    expect(session.state).toBe('Established');
  });

  test.each(['Answer-Mode: Manual', 'Call-Info: <sip:x@y.example>;purpose=answer-after', 'Call-Info: answer-after=-1'])(
    '[PRO-10] is nobody who says %s',
    async (header) => {
      const session = await incoming([header], { autoAnswer: true });
      expect(session.metadata.autoAnswer).toBeNull();
      await box.run(5000);
      expect(session.phase).toBe('incoming');
    },
  );

  test('[PRO-10] waits in vain when the call is refused meanwhile', async () => {
    const session = await incoming(['Call-Info: answer-after=5'], { autoAnswer: true });
    await box.run(1000);
    void session.reject();
    dave.ack(await dave.expectResponse(480, 'INVITE'));
    await box.run(10_000);
    expect(session.state).toBe('Terminated');
  });
});

describe('Session-ID (RFC 7989)', () => {
  test('[PRO-10] names a call at both ends, in every message', async () => {
    alice = await box.phone('alice');
    const bob = await box.phone('bob');
    const { caller, callee } = await box.call(alice, bob);
    const { local, remote } = caller.metadata.sessionId ?? {};
    expect(local).toMatch(/^[0-9a-f]{32}$/);
    expect(callee.metadata.sessionId).toEqual({ local: remote, remote: local });
    await Promise.all([caller.hold(), box.run(100)]);
    await Promise.all([callee.terminate(), box.run(100)]);
    const sent = box.network.trace.entries.filter((each) => each.text.includes(caller.context.dialog?.callId ?? '?'));
    const unnamed = sent.filter((each) => !/^Session-ID: /m.test(each.text)).map((each) => each.text.split('\r\n')[0]);
    expect(unnamed.filter((line) => line !== 'SIP/2.0 100 Trying')).toEqual([]);
  });

  test('[PRO-10] gives a CANCEL the very value of its INVITE', async () => {
    alice = await box.phone('alice');
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180, { headers: [`Session-ID: ${'a'.repeat(32)};remote=${'0'.repeat(32)}`] });
    await box.until(() => call.metadata.sessionId?.remote === 'a'.repeat(32));
    void call.terminate();
    const cancel = await dave.expect('CANCEL');
    // The proxy writes a CANCEL of its own; ours is the one that reached it.
    const ours = box.network.trace.find('CANCEL').find((each) => each.user === 'alice');
    expect(ours?.text).toContain(`Session-ID: ${invite.header('Session-ID') ?? '?'}\r\n`);
    dave.respond(cancel, 200);
    dave.respond(invite, 487);
    await box.run(100);
  });

  test.each(['', 'xyz', 'A'.repeat(32), 'a'.repeat(31), 'a'.repeat(33), '0'.repeat(32)])(
    '[PRO-10] takes no half from %j',
    async (value) => {
      const session = await incoming([`Session-ID: ${value}`]);
      expect(session.metadata.sessionId?.remote).toBeNull();
    },
  );

  test('[PRO-10] stays with whoever is transferred, and with whoever is replaced', async () => {
    alice = await box.phone('alice');
    const bob = await box.phone('bob', { configuration: { autoFollowRefer: true } });
    const carol = await box.phone('carol');
    const { caller: first, callee: atBob } = await box.call(alice, bob);
    const { caller: second, callee: atCarol } = await box.call(alice, carol);
    await Promise.all([first.refer(second), box.run(2000)]);
    const [bobNow] = bob.ua.sessions.values();
    const [carolNow] = carol.ua.sessions.values();
    expect(bobNow?.metadata.sessionId).toEqual({
      local: atBob.metadata.sessionId?.local,
      remote: atCarol.metadata.sessionId?.local,
    });
    expect(carolNow?.metadata.sessionId?.local).toBe(atCarol.metadata.sessionId?.local);
  });
});
