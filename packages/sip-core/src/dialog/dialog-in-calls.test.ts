import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { Inviter, InviterOptions } from '../session/inviter.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import type { MessageText } from '../testing/message-text.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

let box: PhoneBox;
let alice: Phone;
let dave: ScriptedPeer;
/** Another address of Dave's. */
let moved: string;
/** Writes that other address into a message. */
let move: (text: MessageText) => void;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
  moved = dave.contact.replace('dave@', 'moved@');
  move = (text) => {
    text.set('Contact', `<${moved}>`);
  };
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(nothing);
  expect(box.errors).toEqual([]);
});

/** A call that Dave answered. */
async function established(options: InviterOptions = {}): Promise<{ call: Inviter; dialog: ScriptedDialog }> {
  const call = alice.ua.invite('dave', options);
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, dialog: dave.dialog(invite) };
}

/** Where the next request of ours goes: a BYE, which is answered. */
async function target(call: Session): Promise<string> {
  await box.run(100);
  void call.terminate();
  const bye = await dave.expect('BYE');
  dave.respond(bye, 200);
  await box.until(() => call.state === 'Terminated');
  return bye.requestUri.toString();
}

describe('the remote target follows the peer (RFC 3261 section 12.2)', () => {
  test('[PRO-03] with the 2xx to our INVITE: not that of the 180 (section 13.2.2.4)', async () => {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 180);
    dave.respond(invite, 200, { contact: moved, body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).requestUri.toString()).toBe(moved);
    expect(await target(call)).toBe(moved);
  });

  test('[PRO-03] with a re-INVITE of theirs (section 12.2.2)', async () => {
    const { call, dialog } = await established();
    dialog.send('INVITE', { body: fakeOffer({ version: 2 }), edit: move });
    dialog.ack(await dave.expectResponse(200, 'INVITE'));
    expect(await target(call)).toBe(moved);
  });

  test('[PRO-03] with the 2xx to a re-INVITE of ours (section 12.2.1.2): its ACK goes there already', async () => {
    const { call } = await established();
    void call.reinvite();
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 200, { contact: moved, body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).requestUri.toString()).toBe(moved);
    expect(await target(call)).toBe(moved);
  });

  test('[PRO-03] with an UPDATE of theirs (RFC 3311 section 5.2)', async () => {
    const { call, dialog } = await established();
    dialog.send('UPDATE', { edit: move });
    await dave.expectResponse(200, 'UPDATE');
    expect(await target(call)).toBe(moved);
  });

  test('[PRO-03] with the 2xx to an UPDATE of ours (RFC 3311 section 5.3)', async () => {
    const { call } = await established();
    void call.update();
    dave.respond(await dave.expect('UPDATE'), 200, { contact: moved });
    expect(await target(call)).toBe(moved);
  });

  test('[PRO-03] with a reliable provisional response to a re-INVITE of ours (RFC 6141 section 4.7)', async () => {
    const { call } = await established();
    void call.reinvite({ rel100: 'supported' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { contact: moved, headers: ['Require: 100rel', 'RSeq: 1'] });
    const prack = await dave.expect('PRACK');
    expect(prack.requestUri.toString()).toBe(moved);
    dave.respond(prack, 200);
    // Even a refusal does not take it back.
    dave.respond(invite, 488);
    expect(await target(call)).toBe(moved);
  });

  test('[PRO-03] before the answer as well: with an UPDATE of theirs in an early dialog', async () => {
    const call = alice.ua.invite('dave', { rel100: 'supported' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { headers: ['Require: 100rel', 'RSeq: 1'], body: fakeAnswer(invite.body) });
    dave.respond(await dave.expect('PRACK'), 200);
    dave.dialog(invite).send('UPDATE', { edit: move });
    await dave.expectResponse(200, 'UPDATE');
    dave.respond(invite, 200, { contact: null });
    expect((await dave.expect('ACK')).requestUri.toString()).toBe(moved);
    expect(await target(call)).toBe(moved);
  });
});

describe('the remote target stays (RFC 3261 section 12.2)', () => {
  test.each(['INFO', 'OPTIONS'])('[PRO-03] with a Contact in %s, which refreshes no target', async (method) => {
    const { call, dialog } = await established();
    dialog.send(method, { edit: move });
    await dave.expectResponse(200, method);
    expect(await target(call)).toBe(dave.contact);
  });

  test('[PRO-03] with a Contact in the 2xx to an INFO of ours', async () => {
    const { call } = await established();
    void call.info({ contentType: 'text/plain', body: 'hello' });
    dave.respond(await dave.expect('INFO'), 200, { contact: moved });
    expect(await target(call)).toBe(dave.contact);
  });

  test('[PRO-03] with a refusal of our re-INVITE, whatever Contact it has (RFC 6141 section 4.7)', async () => {
    const { call } = await established();
    void call.reinvite();
    dave.respond(await dave.expect('INVITE'), 488, { contact: moved });
    await dave.expect('ACK');
    expect(await target(call)).toBe(dave.contact);
  });

  test.each([
    ['an unreliable', []],
    ['a repeated reliable', ['Require: 100rel', 'RSeq: 1']],
  ])('[PRO-03] with %s provisional response to our re-INVITE (RFC 6141 section 4.7)', async (_, headers) => {
    const { call } = await established();
    void call.reinvite({ rel100: 'supported' });
    const invite = await dave.expect('INVITE');
    dave.respond(invite, 183, { headers });
    if (headers.length > 0) dave.respond(await dave.expect('PRACK'), 200);
    dave.respond(invite, 183, { headers, contact: moved });
    await box.run(100);
    dave.respond(invite, 200, { contact: null, body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).requestUri.toString()).toBe(dave.contact);
    expect(await target(call)).toBe(dave.contact);
  });

  test.each(['INVITE', 'UPDATE'])(
    '[PRO-03] with an %s of theirs that we refuse (RFC 6141 section 4.6)',
    async (method) => {
      const { call, dialog } = await established();
      const sent = dialog.send(method, { body: 'hello', contentType: 'text/plain', edit: move });
      const refusal = await dave.expectResponse(415, method);
      if (method === 'INVITE') dave.ack(refusal);
      expect(sent.first('Contact')).toBe(`<${moved}>`);
      expect(await target(call)).toBe(dave.contact);
    },
  );

  test('[PRO-03] with a request out of order', async () => {
    const { call, dialog } = await established();
    dialog.send('INFO', { cseq: 50 });
    dialog.send('UPDATE', { cseq: 49, edit: move });
    await dave.expectResponse(500, 'UPDATE');
    expect(await target(call)).toBe(dave.contact);
  });
});

describe('numbers of requests within a call (RFC 3261 section 12.2)', () => {
  test.each(['BYE', 'INFO', 'INVITE', 'OPTIONS', 'UPDATE'])(
    '[PRO-03] a %s lower than one before is answered 500 with Retry-After, and does nothing',
    async (method) => {
      const { call, dialog } = await established();
      dialog.send('INFO', { cseq: 50 });
      await dave.expectResponse(200, 'INFO');
      const late = dialog.send(method, {
        cseq: 49,
        ...(method === 'INVITE' ? { body: fakeOffer({ version: 2 }) } : {}),
      });
      const refusal = await dave.expectResponse(500, late);
      expect(Number(refusal.header('Retry-After'))).toBeLessThan(10);
      if (method === 'INVITE') dave.ack(refusal);
      expect(call.state).toBe('Established');
      // What comes next in order is taken.
      dialog.send('INFO', { cseq: 51 });
      expect((await dave.expectResponse(200, 'INFO')).cseq.seq).toBe(51);
      await target(call);
    },
  );

  test('[PRO-03] gaps are nothing unusual: a proxy may have refused what lies between', async () => {
    const { call, dialog } = await established();
    dialog.send('OPTIONS', { cseq: 1_000_000 });
    await dave.expectResponse(200, 'OPTIONS');
    await target(call);
  });

  test('[PRO-03] of ours rise by one, and an ACK has that of its INVITE', async () => {
    const { call } = await established();
    const seen: number[] = [];
    const take = async (method: string): Promise<IncomingRequest> => {
      const request = await dave.expect(method);
      seen.push(request.cseq.seq);
      return request;
    };
    void call.info({ contentType: 'text/plain', body: 'hello' });
    dave.respond(await take('INFO'), 200);
    void call.reinvite();
    const invite = await take('INVITE');
    dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
    await take('ACK');
    await box.run(100);
    void call.terminate();
    dave.respond(await take('BYE'), 200);
    const [first = 0] = seen;
    expect(seen).toEqual([first, first + 1, first + 1, first + 2]);
  });
});

describe('forked early dialogs (RFC 3261 sections 12.1 and 13.2.2.4)', () => {
  /** Dave's phones ring, one after the other, under tags of their own. */
  async function ringing(...tags: readonly string[]): Promise<{ call: Inviter; invite: IncomingRequest }> {
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    for (const toTag of tags) dave.respond(invite, 180, { toTag });
    await box.until(() => alice.ua.userAgent.core.dialogs.size === tags.length);
    return { call, invite };
  }

  test('[PRO-03] each counts the requests of its own peer', async () => {
    const { call, invite } = await ringing('one', 'two');
    for (const toTag of ['one', 'two']) {
      const asked = dave.dialog(invite, { toTag }).send('OPTIONS', { cseq: 7 });
      expect((await dave.expectResponse(200, asked)).fromTag).toBe(toTag);
    }
    const late = dave.dialog(invite, { toTag: 'one' }).send('OPTIONS', { cseq: 6 });
    await dave.expectResponse(500, late);
    dave.respond(invite, 486, { toTag: 'one' });
    await box.until(() => call.state === 'Terminated');
  });

  test('[PRO-03] the one that answers stays, the others are over and answer 481', async () => {
    const { call, invite } = await ringing('one', 'two', 'three');
    dave.respond(invite, 200, { toTag: 'two', body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await box.until(() => call.state === 'Established');
    expect(alice.ua.userAgent.core.dialogs.size).toBe(1);
    for (const [toTag, status] of [
      ['one', 481],
      ['two', 200],
      ['three', 481],
    ] as const) {
      await dave.expectResponse(status, dave.dialog(invite, { toTag }).send('INFO'));
    }
    await target(call);
  });

  test('[PRO-03] one that hangs up before the answer is gone; the others ring on', async () => {
    const { call, invite } = await ringing('one', 'two');
    await dave.expectResponse(200, dave.dialog(invite, { toTag: 'one' }).send('BYE'));
    expect(alice.ua.userAgent.core.dialogs.size).toBe(1);
    expect([call.state, call.phase]).toEqual(['Establishing', 'ringing']);
    dave.respond(invite, 200, { toTag: 'two', body: fakeAnswer(invite.body) });
    await dave.expect('ACK');
    await target(call);
  });

  test('[PRO-03] one that nobody rang in may answer', async () => {
    const { call, invite } = await ringing('one');
    dave.respond(invite, 200, { toTag: 'late', body: fakeAnswer(invite.body) });
    expect((await dave.expect('ACK')).toTag).toBe('late');
    expect(alice.ua.userAgent.core.dialogs.size).toBe(1);
    await target(call);
  });

  test('[PRO-03] all end with a refusal of the INVITE (section 12.3)', async () => {
    const { call, invite } = await ringing('one', 'two');
    dave.respond(invite, 603, { toTag: 'one' });
    await box.until(() => call.state === 'Terminated');
    expect(alice.ua.userAgent.core.dialogs.size).toBe(0);
    await dave.expectResponse(481, dave.dialog(invite, { toTag: 'two' }).send('INFO'));
  });
});

describe('a strict router on the way (RFC 3261 section 12.2.1.1)', () => {
  test('[PRO-03] is the Request-URI of all that we send as the caller; the target is the last Route', async () => {
    const strict = dave.contact.replace('dave@', 'strict@');
    const call = alice.ua.invite('dave');
    const invite = await dave.expect('INVITE');
    const edit = (text: MessageText): void => {
      text.set('Record-Route', `<${strict}>`);
    };
    dave.respond(invite, 200, { body: fakeAnswer(invite.body), edit });
    const ack = await dave.expect('ACK');
    expect(ack.requestUri.toString()).toBe(strict);
    expect(ack.routes.map((route) => route.uri.toString())).toEqual([dave.contact]);
    expect(await target(call)).toBe(strict);
  });

  test('[PRO-03] is the Request-URI of all that we send as the callee', async () => {
    const strict = dave.contact.replace('dave@', 'strict@');
    const edge = 'sip:edge.example.com;lr';
    dave.request('INVITE', 'sip:alice@example.com', {
      headers: [`Record-Route: <${strict}>, <${edge}>`],
      body: fakeOffer(),
    });
    await dave.expectResponse(180, 'INVITE');
    const call = alice.incoming[0]!;
    void call.accept();
    const ok = await dave.expectResponse(200, 'INVITE');
    dave.dialog(ok).ack(ok);
    await box.run(100);
    const recorded = call.context.dialog?.routeSet.map((route) => route.uri.toString()) ?? [];
    void call.terminate();
    const sent = (): string[] => box.network.trace.find('BYE').map(({ text }) => text);
    await box.until(() => sent().length > 0);
    // The proxy between us recorded itself first, and routes loosely: it is asked to go on to the strict one.
    expect(recorded.slice(-2)).toEqual([strict, edge]);
    expect(sent()[0]).toContain(`<${strict}>`);
    await box.run(35_000);
  });
});
