import type { Invitation } from '../session/invitation.ts';
import type { Inviter, InviterOptions } from '../session/inviter.ts';
import type { Session } from '../session/session.ts';
import { fakeAnswer, fakeOffer } from './fake-sdp.ts';
import { type Phone, PhoneBox } from './phones.ts';
import type { ScriptedDialog } from './scripted-dialog.ts';
import type { ScriptedPeer } from './scripted-peer.ts';

/** A call in one of the situations that it goes through. */
export interface Situation {
  readonly session: Session;
  /** The peer's view of a dialog to send requests in, as far as there is one. */
  readonly dialog?: ScriptedDialog;
}

type Reach = (scene: Scene) => Promise<Situation>;

/** What it takes to bring about a situation: a phone, and a far end that does as it is told. */
export interface Scene {
  readonly box: PhoneBox;
  /** Registered as alice, with media that take 40 ms for each description. */
  readonly phone: Phone;
  readonly peer: ScriptedPeer;
}

/** Sets a {@link Scene}. */
export async function setScene(): Promise<Scene> {
  const box = new PhoneBox();
  const phone = await box.phone('alice', { media: { delay: { getDescription: 40, setDescription: 40 } } });
  return { box, phone, peer: box.network.scriptedPeer('dave') };
}

/** How each situation is reached. Afterwards the far end does nothing by itself. */
const SITUATIONS: ReadonlyMap<string, Reach> = new Map<string, Reach>([
  ['outgoing, before the INVITE', ({ phone }) => Promise.resolve({ session: phone.ua.invite('dave') })],
  [
    'outgoing, without a response',
    async ({ box, phone, peer }) => {
      box.network.faults.drop('100');
      const session = phone.ua.invite('dave');
      await peer.expect('INVITE');
      return { session };
    },
  ],
  [
    'outgoing, ringing',
    async (scene) => {
      const { session, invite } = await place(scene);
      scene.peer.respond(invite, 180);
      await scene.box.until(() => session.phase === 'ringing');
      return { session, dialog: scene.peer.dialog(invite) };
    },
  ],
  [
    'outgoing, early media',
    async (scene) => {
      const { session, invite } = await place(scene);
      scene.peer.respond(invite, 183, { body: fakeAnswer(invite.body) });
      await scene.box.until(() => session.phase === 'early');
      return { session, dialog: scene.peer.dialog(invite) };
    },
  ],
  [
    'outgoing, early media agreed reliably',
    async (scene) => {
      const { box, peer } = scene;
      const { session, invite } = await place(scene, { rel100: 'supported' });
      peer.respond(invite, 183, { headers: ['Require: 100rel', 'RSeq: 1'], body: fakeAnswer(invite.body) });
      peer.respond(await peer.expect('PRACK'), 200);
      await box.until(() => session.phase === 'early');
      return { session, dialog: peer.dialog(invite) };
    },
  ],
  [
    'outgoing, canceled',
    async (scene) => {
      const situation = await reach('outgoing, ringing', scene);
      void situation.session.terminate();
      await scene.peer.expect('CANCEL');
      return situation;
    },
  ],
  [
    'outgoing, the answer being applied',
    async (scene) => {
      const { session, invite } = await place(scene);
      scene.peer.respond(invite, 200, { body: fakeAnswer(invite.body) });
      await scene.peer.expect('ACK');
      return { session, dialog: scene.peer.dialog(invite) };
    },
  ],
  [
    'outgoing, established',
    async (scene) => {
      const situation = await reach('outgoing, the answer being applied', scene);
      await scene.box.until(() => situation.session.state === 'Established');
      return situation;
    },
  ],
  [
    'outgoing, a hold on its way',
    async (scene) => {
      const situation = await reach('outgoing, established', scene);
      void situation.session.hold();
      await scene.peer.expect('INVITE');
      return situation;
    },
  ],
  [
    'outgoing, an UPDATE on its way',
    async (scene) => {
      const situation = await reach('outgoing, established', scene);
      void situation.session.update({ sessionDescription: true });
      await scene.peer.expect('UPDATE');
      return situation;
    },
  ],
  ['outgoing, hung up', (scene) => hungUp('outgoing, established', scene)],
  ['outgoing, over', (scene) => over('outgoing, established', scene)],
  [
    'incoming, ringing',
    async ({ phone, peer }) => {
      peer.request('INVITE', 'sip:alice@example.com', { body: fakeOffer() });
      const ringing = await peer.expectResponse(180, 'INVITE');
      return { session: last(phone), dialog: peer.dialog(ringing) };
    },
  ],
  [
    'incoming, ringing without a PRACK',
    async ({ phone, peer }) => {
      peer.request('INVITE', 'sip:alice@example.com', { headers: ['Require: 100rel'], body: fakeOffer() });
      const ringing = await peer.expectResponse(180, 'INVITE');
      return { session: last(phone), dialog: peer.dialog(ringing) };
    },
  ],
  [
    'incoming, the answer being made',
    async (scene) => {
      const situation = await reach('incoming, ringing', scene);
      void last(scene.phone).accept();
      await scene.box.run(20);
      return situation;
    },
  ],
  [
    'incoming, answered without ACK',
    async (scene) => {
      const { session } = await reach('incoming, ringing', scene);
      void last(scene.phone).accept();
      return { session, dialog: scene.peer.dialog(await scene.peer.expectResponse(200, 'INVITE')) };
    },
  ],
  [
    'incoming, established',
    async (scene) => {
      const { session } = await reach('incoming, ringing', scene);
      void last(scene.phone).accept();
      const ok = await scene.peer.expectResponse(200, 'INVITE');
      const dialog = scene.peer.dialog(ok);
      dialog.ack(ok);
      await scene.box.until(() => session.context.negotiation.floor === 'idle');
      return { session, dialog };
    },
  ],
  [
    'incoming, a re-INVITE of theirs being answered',
    async (scene) => {
      const situation = await reach('incoming, established', scene);
      situation.dialog?.send('INVITE', { body: fakeOffer({ version: 2 }) });
      await scene.box.run(20);
      return situation;
    },
  ],
  [
    'incoming, a re-INVITE of theirs answered without ACK',
    async (scene) => {
      const situation = await reach('incoming, established', scene);
      situation.dialog?.send('INVITE', { body: fakeOffer({ version: 2 }) });
      await scene.peer.expectResponse(200, 'INVITE');
      return situation;
    },
  ],
  ['incoming, hung up', (scene) => hungUp('incoming, established', scene)],
  ['incoming, over', (scene) => over('incoming, established', scene)],
]);

/** The names of the situations, in the order a call meets them. */
export const SITUATION_NAMES: readonly string[] = [...SITUATIONS.keys()];

/** Brings a situation about. */
export async function reach(name: string, scene: Scene): Promise<Situation> {
  const act = SITUATIONS.get(name);
  if (act === undefined) throw new Error(`there is no situation "${name}"`);
  return act(scene);
}

/**
 * Lets the far end answer politely whatever it gets from now on.
 *
 * @param dialog - whose route the ACK to a 2xx within it takes
 */
export function beHelpful(peer: ScriptedPeer, dialog?: ScriptedDialog): void {
  peer.onMessage = (received) => {
    const { message, method, statusCode } = received;
    if (message?.kind === 'response' && method === 'INVITE' && statusCode >= 200) {
      if (dialog !== undefined && statusCode < 300) dialog.ack(message);
      else peer.ack(message);
    } else if (message?.kind === 'request' && method === 'CANCEL') {
      peer.respond(message, 200);
      const invite = peer.received.find((each) => each.method === 'INVITE' && each.message?.kind === 'request');
      if (invite?.message?.kind === 'request') peer.respond(invite.message, 487);
    } else if (message?.kind === 'request' && method !== 'ACK') {
      peer.respond(message, method === 'INVITE' ? 486 : 200);
    }
    return false;
  };
}

async function place({ phone, peer }: Scene, options: InviterOptions = {}) {
  const session: Inviter = phone.ua.invite('dave', options);
  return { session, invite: await peer.expect('INVITE') };
}

async function hungUp(from: string, scene: Scene): Promise<Situation> {
  const situation = await reach(from, scene);
  void situation.session.terminate();
  await scene.peer.expect('BYE');
  return situation;
}

async function over(from: string, scene: Scene): Promise<Situation> {
  const situation = await reach(from, scene);
  void situation.session.terminate();
  scene.peer.respond(await scene.peer.expect('BYE'), 200);
  await scene.box.until(() => situation.session.state === 'Terminated');
  return situation;
}

function last(phone: Phone): Invitation {
  const session = phone.incoming.at(-1);
  if (session === undefined) throw new Error('nothing came in');
  return session;
}
