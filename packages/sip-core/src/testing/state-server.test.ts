import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PIDF, readPidf, writePidf } from '../subscription/packages/pidf.ts';
import { readDialogInfo } from '../subscription/packages/dialog-info.ts';
import { readMessageSummary } from '../subscription/packages/message-summary.ts';
import type { Subscriber } from '../subscription/subscriber.ts';
import { type Phone, PhoneBox } from './phones.ts';

let box: PhoneBox;
let alice: Phone;
let told: string[];

beforeEach(async () => {
  box = new PhoneBox({ states: true });
  alice = await box.phone('alice');
  told = [];
});
afterEach(() => box.close());

const follow = async (user: string, event: string): Promise<Subscriber> => {
  const subscriber = alice.ua.subscribe(user, event);
  subscriber.on('notify', ({ body }) => told.push(body));
  await box.network.run(500);
  return subscriber;
};

describe('the state server', () => {
  it('[TST-01] tells of what somebody publishes, and whether they are registered', async () => {
    await follow('bob', 'presence');
    expect(told.map((body) => readPidf(body)?.basic)).toEqual(['closed']);
    const bob = await box.phone('bob');
    expect(readPidf(told.at(-1) ?? '')?.basic).toBe('open');
    const publisher = bob.ua.publish(
      'bob',
      'presence',
      writePidf({ entity: 'pres:bob@example.com', basic: 'open', activities: ['away'] }),
      { contentType: PIDF },
    );
    await box.network.run(500);
    expect(readPidf(told.at(-1) ?? '')?.activities).toEqual(['away']);
    void publisher.unpublish();
    await box.network.run(500);
    expect(readPidf(told.at(-1) ?? '')).toMatchObject({ basic: 'open', activities: [] });
  });

  it('[TST-01] tells those whom the proxy has asked for their credentials', async () => {
    void box.close();
    box = new PhoneBox({ states: true, proxy: { challenge: true } });
    alice = await box.phone('alice');
    await follow('bob', 'presence');
    expect(told.map((body) => readPidf(body)?.basic)).toEqual(['closed']);
  });

  it('[TST-01] tells of calls, with what it takes to pick them up', async () => {
    await follow('bob', 'dialog');
    expect(readDialogInfo(told[0] ?? '')).toMatchObject({ dialogs: [], state: 'full' });
    const [bob, carol] = [await box.phone('bob'), await box.phone('carol')];
    const call = carol.ua.invite('bob');
    await box.network.run(500);
    const [dialog] = readDialogInfo(told.at(-1) ?? '')?.dialogs ?? [];
    expect(dialog).toMatchObject({ direction: 'recipient', state: 'early', callId: call.request?.callId });
    expect(dialog?.remote.identity).toBe('sip:carol@example.com');
    expect([dialog?.localTag, dialog?.remoteTag].every((tag) => typeof tag === 'string' && tag !== '')).toBe(true);
    await bob.ua.sessions.values().next().value?.terminate();
    await box.network.run(500);
    expect(readDialogInfo(told.at(-1) ?? '')?.dialogs).toEqual([]);
  });

  it('[TST-01] tells what is in a mailbox, until nobody follows it', async () => {
    const subscriber = await follow('alice', 'message-summary');
    box.network.setMailbox('alice', { fresh: 2, old: 1, urgent: 1 });
    await box.network.run(500);
    expect(readMessageSummary(told.at(-1) ?? '')).toMatchObject({
      waiting: true,
      account: 'sip:voicemail@example.com',
    });
    const count = told.length;
    void subscriber.unsubscribe();
    await box.network.run(500);
    box.network.setMailbox('alice', { fresh: 3 });
    await box.network.run(500);
    expect(told.length).toBeLessThanOrEqual(count + 1);
  });
});
