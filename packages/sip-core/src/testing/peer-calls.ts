import type { Inviter } from '../session/inviter.ts';
import { fakeAnswer } from './fake-sdp.ts';
import type { Phone, PhoneBox } from './phones.ts';
import type { ScriptedDialog } from './scripted-dialog.ts';
import type { ScriptedPeer } from './scripted-peer.ts';

/** A call of a phone to a scripted peer, and the dialog as the peer sees it. */
export interface PeerCall {
  readonly call: Inviter;
  readonly dialog: ScriptedDialog;
}

/** Calls a peer, who answers. */
export async function establishedCall(box: PhoneBox, phone: Phone, peer: ScriptedPeer): Promise<PeerCall> {
  const call = phone.ua.invite(peer.user);
  const invite = await peer.expect('INVITE');
  peer.respond(invite, 200, { body: fakeAnswer(invite.body) });
  await peer.expect('ACK');
  await box.until(() => call.state === 'Established');
  return { call, dialog: peer.dialog(invite) };
}

/** Calls a peer, who answers the offer reliably (RFC 3262), and takes the call when `finish` is called. */
export async function earlyCall(
  box: PhoneBox,
  phone: Phone,
  peer: ScriptedPeer,
): Promise<PeerCall & { readonly finish: () => Promise<void> }> {
  const call = phone.ua.invite(peer.user, { rel100: 'supported' });
  const invite = await peer.expect('INVITE');
  peer.respond(invite, 183, { headers: ['Require: 100rel', 'RSeq: 1'], body: fakeAnswer(invite.body) });
  peer.respond(await peer.expect('PRACK'), 200);
  await box.until(() => call.phase === 'early');
  const finish = async (): Promise<void> => {
    peer.respond(invite, 200);
    await peer.expect('ACK');
    await box.until(() => call.state === 'Established');
  };
  return { call, dialog: peer.dialog(invite), finish };
}
