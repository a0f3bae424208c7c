import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../session/session.ts';
import { fakeAnswer, fakeOffer } from '../testing/fake-sdp.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import type { ScriptedDialog } from '../testing/scripted-dialog.ts';
import type { ScriptedPeer } from '../testing/scripted-peer.ts';
import { NOTHING } from '../testing/transfer-fixture.ts';
import { readReplaces, writeReplaces } from './replaces.ts';

let box: PhoneBox;
let alice: Phone;
/** The far end of Alice's call. */
let dave: ScriptedPeer;
/** Whoever wants to take that call's place. */
let erin: ScriptedPeer;

beforeEach(async () => {
  box = new PhoneBox();
  alice = await box.phone('alice');
  dave = box.network.scriptedPeer('dave');
  erin = box.network.scriptedPeer('erin');
});

afterEach(async () => {
  await box.close();
  expect(box.leaks()).toEqual(NOTHING);
  expect(box.errors).toEqual([]);
});

/** An answered call from Alice to Dave. */
async function established(): Promise<{ call: Session; dialog: ScriptedDialog }> {
  const call = alice.ua.invite('dave');
  const invite = await dave.expect('INVITE');
  dave.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await dave.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, dialog: dave.dialog(invite) };
}

const tagOf = (address: string): string => /tag=([^;>]+)/.exec(address)?.[1] ?? '';

/** Replaces as Alice must read it: her tag is the far end's remote one. */
function replaces(dialog: ScriptedDialog): string {
  return `${dialog.callId};to-tag=${tagOf(dialog.remote)};from-tag=${tagOf(dialog.local)}`;
}

function invite(...headers: string[]): ReturnType<ScriptedPeer['request']> {
  return erin.request('INVITE', 'sip:alice@example.com', { body: fakeOffer(), headers });
}

async function refusal(status: number, ...headers: string[]): Promise<void> {
  const request = invite(...headers);
  erin.ack(await erin.expectResponse(status, request));
}

/** Dave lets go of the call that was taken from him. */
async function byeAtDave(): Promise<void> {
  dave.respond(await dave.expect('BYE'), 200);
}

describe('an INVITE that takes the place of a call (RFC 3891 section 3)', () => {
  test('[SES-09] is answered by itself, and the old call is hung up', async () => {
    const { call, dialog } = await established();
    const delegated: Session[] = [];
    call.delegate = { onReplaced: (session) => delegated.push(session) };
    const ok = await erin.expectResponse(200, invite(`Replaces: ${replaces(dialog)}`));
    erin.dialog(ok).ack(ok);
    await byeAtDave();
    await box.until(() => call.state === 'Terminated');
    expect(call.cause).toMatchObject({ code: 'REPLACED', by: 'remote' });
    expect(delegated).toEqual([alice.incoming[0]]);
    expect(erin.received.some((each) => each.statusCode === 180)).toBe(false);
  });

  test('[SES-09] rings where the application wants to be asked, and takes over when it is answered', async () => {
    await box.close();
    box = new PhoneBox();
    alice = await box.phone('alice', { configuration: { acceptReplaces: false } });
    dave = box.network.scriptedPeer('dave');
    erin = box.network.scriptedPeer('erin');
    const { call, dialog } = await established();
    const request = invite(`Replaces: ${replaces(dialog)}`);
    await erin.expectResponse(180, request);
    await box.run(5000);
    expect(call.state).toBe('Established');
    expect(alice.incoming[0]?.replacing).toBe(call);
    void alice.incoming[0]?.accept();
    const ok = await erin.expectResponse(200, request);
    erin.dialog(ok).ack(ok);
    await byeAtDave();
    await box.until(() => call.state === 'Terminated');
  });

  test('[SES-09] may be refused by the application; the old call goes on', async () => {
    const { call, dialog } = await established();
    alice.ua.on('invite', (session) => void session.reject({ statusCode: 603 }));
    await refusal(603, `Replaces: ${replaces(dialog)}`);
    expect(call.state).toBe('Established');
  });

  test('[SES-09] is answered even when a bug of the page throws as it is told', async () => {
    const { call, dialog } = await established();
    alice.ua.userAgent.delegate = {
      onInvite: () => {
        throw new Error('a bug of the page');
      },
    };
    const ok = await erin.expectResponse(200, invite(`Replaces: ${replaces(dialog)}`));
    erin.dialog(ok).ack(ok);
    await byeAtDave();
    await box.until(() => call.state === 'Terminated');
    expect(box.errors.splice(0)).toHaveLength(1);
  });

  test('[SES-09] that nobody waits for any more gets 481, and rings nobody', async () => {
    await established();
    await refusal(481, 'Replaces: nothing@example.com;to-tag=1;from-tag=2');
    expect(alice.incoming).toEqual([]);
  });

  test('[SES-09] with the tags the wrong way round matches nothing', async () => {
    const { dialog } = await established();
    await refusal(481, `Replaces: ${dialog.callId};to-tag=${tagOf(dialog.local)};from-tag=${tagOf(dialog.remote)}`);
  });

  test('[SES-09] for a call that has just ended gets 603, and 481 once it is forgotten', async () => {
    const { call, dialog } = await established();
    dialog.send('BYE');
    await box.until(() => call.state === 'Terminated');
    await refusal(603, `Replaces: ${replaces(dialog)}`);
    await box.run(40_000);
    await refusal(481, `Replaces: ${replaces(dialog)}`);
  });

  test('[SES-09] for a call that is being hung up gets 603', async () => {
    const { call, dialog } = await established();
    void call.terminate();
    const bye = await dave.expect('BYE');
    await refusal(603, `Replaces: ${replaces(dialog)}`);
    dave.respond(bye, 200);
  });

  test('[SES-09] early-only gets 486 for a call that is answered', async () => {
    const { call, dialog } = await established();
    await refusal(486, `Replaces: ${replaces(dialog)};early-only`);
    expect(call.state).toBe('Established');
  });

  test.each(['', ';early-only'])(
    '[SES-09] takes over a call of ours that still rings%s, which is cancelled',
    async (flag) => {
      const call = alice.ua.invite('dave');
      const request = await dave.expect('INVITE');
      dave.respond(request, 180);
      await box.until(() => call.phase === 'ringing');
      const told: string[] = [];
      call.on('replaced', () => told.push('replaced'));
      call.on('failed', (_response, cause) => told.push(`failed ${cause}`));
      call.on('terminated', (_message, cause) => told.push(`terminated ${cause}`));
      const ok = await erin.expectResponse(200, invite(`Replaces: ${replaces(dave.dialog(request))}${flag}`));
      erin.dialog(ok).ack(ok);
      dave.respond(await dave.expect('CANCEL'), 200);
      dave.respond(request, 487);
      await box.until(() => call.state === 'Terminated');
      expect(call.cause?.code).toBe('REPLACED');
      expect(told).toEqual(['replaced', 'failed Replaced', 'terminated Replaced']);
    },
  );

  test('[SES-09] leaves a call of theirs that rings here alone, with 481', async () => {
    dave.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    const ringing = await dave.expectResponse(180, 'INVITE');
    await refusal(481, `Replaces: ${replaces(dave.dialog(ringing))}`);
    expect(alice.incoming.map((session) => session.phase)).toEqual(['incoming']);
  });

  test('[SES-09] is not counted among the calls that ring', async () => {
    await box.close();
    box = new PhoneBox();
    alice = await box.phone('alice', { configuration: { maxRingingCalls: 1 } });
    dave = box.network.scriptedPeer('dave');
    erin = box.network.scriptedPeer('erin');
    const { dialog } = await established();
    const frank = box.network.scriptedPeer('frank');
    frank.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
    await frank.expectResponse(180);
    await refusal(486);
    const ok = await erin.expectResponse(200, invite(`Replaces: ${replaces(dialog)}`));
    erin.dialog(ok).ack(ok);
    await byeAtDave();
  });

  test.each([
    ['no tags', 'Replaces: a@b'],
    ['no from-tag', 'Replaces: a@b;to-tag=1'],
    ['two to-tags', 'Replaces: a@b;to-tag=1;to-tag=2;from-tag=3'],
    ['two from-tags', 'Replaces: a@b;to-tag=1;from-tag=2;from-tag=3'],
    ['an empty tag', 'Replaces: a@b;to-tag=;from-tag=2'],
    ['a quoted tag', 'Replaces: a@b;to-tag="1";from-tag=2 3'],
    ['nothing in it', 'Replaces: ;'],
    ['two values', 'Replaces: a@b;to-tag=1;from-tag=2, c@d;to-tag=1;from-tag=2'],
  ])('[SES-09] with %s gets 400', async (_what, header) => {
    await refusal(400, header);
    expect(alice.incoming).toEqual([]);
  });

  test('[SES-09] twice, or with Join, gets 400', async () => {
    const { dialog } = await established();
    await refusal(400, `Replaces: ${replaces(dialog)}`, `Replaces: ${replaces(dialog)}`);
    await refusal(400, `Replaces: ${replaces(dialog)}`, `Join: ${replaces(dialog)}`);
  });

  test('[SES-09] may be required, and is announced', async () => {
    const { dialog } = await established();
    expect(dave.received[0]?.message?.supported).toContain('replaces');
    const ok = await erin.expectResponse(200, invite(`Replaces: ${replaces(dialog)}`, 'Require: replaces'));
    expect(ok.supported).toContain('replaces');
    erin.dialog(ok).ack(ok);
    await byeAtDave();
  });

  test('[SES-09] that gives up before it is answered changes nothing', async () => {
    await box.close();
    box = new PhoneBox();
    alice = await box.phone('alice', { configuration: { acceptReplaces: false } });
    dave = box.network.scriptedPeer('dave');
    erin = box.network.scriptedPeer('erin');
    const { call, dialog } = await established();
    const request = invite(`Replaces: ${replaces(dialog)}`);
    await erin.expectResponse(180, request);
    erin.cancel(request);
    erin.ack(await erin.expectResponse(487, request));
    expect(call.state).toBe('Established');
  });

  test('[SES-09] comes too late when the old call ends while it rings', async () => {
    await box.close();
    box = new PhoneBox();
    alice = await box.phone('alice', { configuration: { acceptReplaces: false } });
    dave = box.network.scriptedPeer('dave');
    erin = box.network.scriptedPeer('erin');
    const { call, dialog } = await established();
    const request = invite(`Replaces: ${replaces(dialog)}`);
    await erin.expectResponse(180, request);
    dialog.send('BYE');
    await box.until(() => call.state === 'Terminated');
    expect(call.cause?.code).toBe('HUNG_UP');
    void alice.incoming[0]?.accept();
    const ok = await erin.expectResponse(200, request);
    erin.dialog(ok).ack(ok);
    await box.run(100);
    expect(alice.incoming[0]?.state).toBe('Established');
  });
});

describe('a Replaces header field value', () => {
  test.each([
    [
      '98732@sip.example.com ;from-tag=r33th4x0r ;to-tag=ff87ff',
      '98732@sip.example.com;to-tag=ff87ff;from-tag=r33th4x0r',
    ],
    [
      '12adf2f34456gs5;to-tag=12345;from-tag=54321;early-only',
      '12adf2f34456gs5;to-tag=12345;from-tag=54321;early-only',
    ],
    ['87134@171.161.34.23;to-tag=24796;from-tag=0', '87134@171.161.34.23;to-tag=24796;from-tag=0'],
  ])('[SES-09] is read and written: %s', (value, written) => {
    const replacesValue = readReplaces(value);
    expect(replacesValue === undefined ? undefined : writeReplaces(replacesValue)).toBe(written);
  });

  test.each([
    'a@b;to-tag=1;from-tag=2\r\nX-Evil: 1',
    'a@b\r\nX-Evil: 1;to-tag=1;from-tag=2',
    'a@b;to-tag=1\n;from-tag=2\n\n',
    'a@b;to-tag=1;from-tag=2;x="\r\nX-Evil: 1"',
    'a@b;to-tag="1\r\nX-Evil: 1";from-tag=2',
    '',
    ';',
    ' ',
  ])('[SES-09] with anything in it that no header field holds is none: %j', (value) => {
    const read = readReplaces(value);
    expect(read === undefined ? '' : writeReplaces(read)).not.toMatch(/[\r\n]/);
  });
});
