import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import type { Invitation } from './invitation.ts';
import type { Session } from './session.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice', { media: { delay: { getDescription: 40, setDescription: 40 } } });
  dave = box.network.scriptedPeer('dave');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

/** A session in one of the situations that a call goes through. */
interface Situation {
  readonly session: Session;
  /** A dialog to send requests in, as far as there is one. */
  readonly dialog?: ReturnType<ScriptedPeer['dialog']>;
}

/** How each situation is reached. The far end goes on answering whatever comes. */
const situations: Readonly<Record<string, () => Promise<Situation>>> = {
  'outgoing, before the INVITE': () => {
    const session = alice.ua.invite('dave');
    return Promise.resolve({ session });
  },
  'outgoing, without a response': async () => {
    box.network.faults.drop('100');
    const session = alice.ua.invite('dave');
    await dave.expect('INVITE');
    return { session };
  },
  'outgoing, ringing': async () => {
    const session = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    await box.until(() => session.phase === 'ringing');
    return { session, dialog: dave.dialog(invite) };
  },
  'outgoing, early media': async () => {
    const session = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { body: fakeAnswer(invite.body) });
    await box.until(() => session.phase === 'early');
    return { session, dialog: dave.dialog(invite) };
  },
  'outgoing, the answer being applied': async () => {
    const session = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    expect(session.phase).toBe('connecting');
    return { session, dialog: dave.dialog(invite) };
  },
  'outgoing, established': async () => {
    const session = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => session.state === 'Established');
    return { session, dialog: dave.dialog(invite) };
  },
  'outgoing, a hold on its way': async () => {
    const situation = await situations['outgoing, established']?.();
    if (situation === undefined) throw new Error('unreachable');
    void situation.session.hold();
    await dave.expect('INVITE');
    return situation;
  },
  'incoming, ringing': async () => {
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    const ringing = await dave.expectResponse(180, 'INVITE');
    return { session: last(), dialog: dave.dialog(ringing) };
  },
  'incoming, the answer being made': async () => {
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    const ringing = await dave.expectResponse(180, 'INVITE');
    void alice.incoming.at(-1)?.accept();
    await box.run(20);
    return { session: last(), dialog: dave.dialog(ringing) };
  },
  'incoming, answered without ACK': async () => {
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    await dave.expectResponse(180, 'INVITE');
    void alice.incoming.at(-1)?.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    return { session: last(), dialog: dave.dialog(ok) };
  },
  'incoming, established': async () => {
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    void alice.incoming.at(-1)?.accept();
    await box.until(() => alice.incoming.length === 1);
    void last().accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    const dialog = dave.dialog(ok);
    dialog.ack(ok);
    await box.until(() => last().context.negotiation.floor === 'idle');
    return { session: last(), dialog };
  },
};

function last(): Invitation {
  const session = alice.incoming.at(-1);
  if (session === undefined) throw new Error('nothing came in');
  return session;
}

/** Lets the far end answer politely whatever it gets from now on. */
function beHelpful(): void {
  dave.onMessage = (received) => {
    if (received.message?.kind === 'response' && received.method === 'INVITE' && received.statusCode >= 200) {
      dave.ack(received.message);
      return false;
    }
    if (received.message?.kind !== 'request') return false;
    if (received.method === 'CANCEL') {
      dave.respond(received.message, 200);
      const invite = dave.received.find((each) => each.method === 'INVITE' && each.message?.kind === 'request');
      if (invite?.message?.kind === 'request') dave.respond(invite.message, 487);
    } else if (received.method !== 'ACK') dave.respond(received.message, received.method === 'INVITE' ? 486 : 200);
    return false;
  };
}

describe.each(Object.keys(situations))('%s:', (name) => {
  test('[SES-03] terminate() ends it, exactly once, and resolves', async () => {
    const situation = await situations[name]?.();
    if (situation === undefined) throw new Error('unreachable');
    const { session } = situation;
    let terminated = 0;
    session.on('terminated', () => (terminated += 1));
    beHelpful();
    let resolved = false;
    void session.terminate().then(() => (resolved = true));
    await box.run(35_000);
    expect(resolved).toBe(true);
    expect(session.state).toBe('Terminated');
    expect(session.cause?.by).toBe('local');
    expect(terminated).toBe(1);
  });

  test('[NET-03] a lost socket leaves an answered call up, and ends any other once', async () => {
    const situation = await situations[name]?.();
    if (situation === undefined) throw new Error('unreachable');
    const { session } = situation;
    let terminated = 0;
    session.on('terminated', () => (terminated += 1));
    const answered = session.getSnapshot().answeredAt !== null;
    box.network.closeSockets({ user: 'alice' });
    await box.run(10);
    if (answered) {
      expect(session.phase).toBe(session.state === 'Established' ? 'reconnecting' : 'connecting');
      await box.until(() => session.phase === 'established');
      await box.run(1000);
      expect(session.state).toBe('Established');
      beHelpful();
      void session.terminate();
      await box.run(35_000);
    } else {
      await box.run(35_000);
    }
    expect(session.state).toBe('Terminated');
    expect(terminated).toBe(1);
    await box.until(() => alice.ua.isRegistered());
  });

  test('[NET-03] a stopped phone ends it within its deadline', async () => {
    const situation = await situations[name]?.();
    if (situation === undefined) throw new Error('unreachable');
    beHelpful();
    let stopped = false;
    void alice.ua.stop().then(() => (stopped = true));
    await box.run(10_000);
    expect(stopped).toBe(true);
    await box.run(35_000);
    expect(situation.session.state).toBe('Terminated');
    expect(alice.ua.isConnected()).toBe(false);
  });
});

describe.each(
  Object.keys(situations).filter(
    (name) =>
      name.includes('ringing') ||
      name.includes('early') ||
      name.includes('answer') ||
      name.includes('established') ||
      name.includes('hold'),
  ),
)('%s:', (name) => {
  test('[PRO-12] a BYE of the far end gets one final response, and no session is left half alive', async () => {
    const situation = await situations[name]?.();
    if (situation?.dialog === undefined) throw new Error('unreachable');
    const { session, dialog } = situation;
    let terminated = 0;
    session.on('terminated', () => (terminated += 1));
    dave.flush();
    const bye = dialog.send('BYE');
    await dave.expectResponse(200, bye);
    await box.run(300);
    const outgoingEarly = name === 'outgoing, ringing' || name === 'outgoing, early media';
    // A callee that says BYE instead of refusing leaves the INVITE to its final response.
    if (outgoingEarly) {
      beHelpful();
      void session.terminate();
      await box.run(1000);
    }
    expect(session.state).toBe('Terminated');
    expect(terminated).toBe(1);
    const again = dialog.send('BYE');
    await dave.expectResponse(481, again);
  });
});
