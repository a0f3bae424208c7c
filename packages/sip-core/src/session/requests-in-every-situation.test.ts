import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beHelpful, reach, type Scene, setScene, SITUATION_NAMES } from '../testing/call-situations.ts';
import { fakeOffer } from '../testing/fake-sdp.ts';
import type { MessageText } from '../testing/message-text.ts';
import type { DialogRequestOptions } from '../testing/scripted-dialog.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

/** Every method, and what its request needs to be a proper one. */
const METHODS: ReadonlyMap<string, DialogRequestOptions> = new Map<string, DialogRequestOptions>([
  ['INVITE', { body: fakeOffer({ version: 5 }) }],
  ['ACK', {}],
  ['BYE', {}],
  ['CANCEL', {}],
  ['OPTIONS', {}],
  ['REGISTER', {}],
  ['INFO', { body: 'Signal=5\r\nDuration=100\r\n', contentType: 'application/dtmf-relay' }],
  ['PRACK', { headers: ['RAck: 1 1 INVITE'] }],
  ['UPDATE', { body: fakeOffer({ version: 5 }) }],
  ['REFER', { headers: ['Refer-To: <sip:carol@example.com>'] }],
  ['SUBSCRIBE', { headers: ['Event: dialog', 'Expires: 60'] }],
  [
    'NOTIFY',
    {
      headers: ['Event: refer', 'Subscription-State: active'],
      body: 'SIP/2.0 100 Trying',
      contentType: 'message/sipfrag',
    },
  ],
  ['MESSAGE', { body: 'Hello', contentType: 'text/plain' }],
  ['PUBLISH', { headers: ['Event: presence'] }],
]);

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(async () => {
  await scene.box.close();
  expect(scene.box.leaks()).toEqual(nothing);
  expect(scene.box.errors).toEqual([]);
});

/** The final responses to a request, each as often as it came. */
function finals(request: MessageText): readonly number[] {
  return scene.peer.received
    .filter(({ message, callId }) => {
      const about = message?.kind === 'response' && message.statusCode >= 200;
      return about && callId === request.first('Call-ID') && message.header('CSeq') === request.first('CSeq');
    })
    .filter(({ message }) => message?.via.branch === /branch=([^;]+)/.exec(request.first('Via') ?? '')?.[1])
    .map(({ statusCode }) => statusCode);
}

/** Ends whatever there is, so that the far end is left with nothing. */
async function end(): Promise<void> {
  const { box, phone } = scene;
  for (const session of phone.ua.sessions.values()) {
    if (session.state !== 'Terminating') void session.terminate();
  }
  await box.run(40_000);
}

describe.each(SITUATION_NAMES)('%s:', (name) => {
  test.each([...METHODS.keys()])(
    '[PRO-12] %s gets one final response, and the call is as it should be',
    async (method) => {
      const { box, peer, phone } = scene;
      const { session, dialog } = await reach(name, scene);
      const told: string[] = [];
      for (const event of ['accepted', 'failed', 'terminated'] as const) session.on(event, () => told.push(event));
      const before = session.state;
      beHelpful(peer, dialog);
      const options = METHODS.get(method) ?? {};
      const request =
        dialog === undefined ? peer.request(method, 'sip:alice@example.com', options) : dialog.send(method, options);
      await box.run(3000);
      const answers = finals(request);
      const rings = dialog === undefined && method === 'INVITE';
      if (method === 'ACK' || rings) expect(answers).toEqual([]);
      else expect(answers.length).toBe(1);
      const [answer = 0] = answers;
      if (dialog !== undefined && name.endsWith('over') && method !== 'ACK') expect([404, 405, 481]).toContain(answer);
      if (method === 'BYE') {
        // A callee that hangs up before it answers leaves the INVITE to its final response.
        const early = /^outgoing, (ringing|early|canceled)/.test(name);
        const known = dialog !== undefined && before !== 'Terminated';
        expect(answer).toBe(known ? 200 : 481);
        if (known && !early) expect(session.state).toBe('Terminated');
      } else if (method !== 'ACK' && before === 'Established') {
        // Nothing but a BYE may end it; a 2xx whose ACK is late may still do so later.
        expect(['Established', 'Terminating']).toContain(session.state);
      }
      const snapshot = session.getSnapshot();
      expect(snapshot.state).toBe(session.state);
      expect(snapshot.phase === 'ended').toBe(session.state === 'Terminated');
      expect(snapshot.endedAt === null).toBe(session.state !== 'Terminated');
      await end();
      if (rings) expect(finals(request).length).toBe(1);
      expect(session.state).toBe('Terminated');
      expect(told.filter((event) => event === 'terminated').length).toBe(before === 'Terminated' ? 0 : 1);
      expect(phone.ua.sessions.size).toBe(0);
      expect(phone.media.open()).toBe(0);
      expect(phone.ua.userAgent.core.dialogs.size).toBe(0);
    },
  );
});
