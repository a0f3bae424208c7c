import { MediaError } from '@hookswitch/sip-core';
import { refuse } from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useNotices } from './use-notices.ts';

const scene = CallScene.each();

const BUSY = '602';
const UNKNOWN = '799';

beforeEach(() => {
  scene().line.network.robot(UNKNOWN, refuse(404));
});

function notices() {
  const hook = renderOnLine(scene().alice, useNotices);
  return { ...hook, kinds: () => hook.value().notices.map(({ kind, count }) => `${kind} ${count}`) };
}

/** A call of ours that comes to nothing. */
async function fails(target: string): Promise<string> {
  const { id } = scene().alice.invite(target);
  await scene().line.pass(0);
  return id;
}

it('[RCT-03] tells of a registration that failed, until it has not', async () => {
  const { alice, line } = scene();
  const { value, kinds } = notices();
  expect(value().notices).toEqual([]);
  const register = async (): Promise<void> => {
    await line.after(() => alice.register().catch(() => undefined));
  };
  line.network.registrar.answerNext(503, { headers: ['Retry-After: 600'], times: 2 });
  await register();
  const { error, retryAt } = alice.getSnapshot().registration;
  expect(error).toMatchObject({ code: 'RESPONSE', statusCode: 503 });
  expect(retryAt).toBeGreaterThan(line.clock.now());
  await line.talk(alice);
  expect(value().notices).toMatchObject([{ kind: 'REGISTRATION_FAILED', error, count: 1 }]);
  await register();
  expect(kinds()).toEqual(['REGISTRATION_FAILED 2']);
  await register();
  expect(kinds()).toEqual([]);
});

it('[RCT-03] tells of a connection that was lost, until it stands', async () => {
  const { alice, line } = scene();
  const { kinds } = notices();
  line.network.down();
  await line.pass(10_000);
  expect(alice.getSnapshot().attempts).toBeGreaterThan(1);
  expect(kinds()).toEqual(['CONNECTION_LOST 1']);
  line.network.up();
  await line.pass(30_000);
  expect(kinds()).toEqual([]);
});

it('[RCT-03] tells of calls that failed, in order, and counts those that fail in the same way', async () => {
  const { line } = scene();
  const { value, kinds } = notices();
  await fails(BUSY);
  const unknown = await fails(UNKNOWN);
  const { here } = await scene().dialing();
  await line.after(() => here.terminate());
  const busy = await fails(BUSY);
  expect(value().notices).toMatchObject([
    { kind: 'CALL_FAILED', sessionId: unknown, cause: { code: 'NOT_FOUND' }, count: 1 },
    { kind: 'CALL_FAILED', sessionId: busy, cause: { code: 'BUSY' }, count: 2 },
  ]);
  act(() => value().dismiss(value().notices[0]!.id));
  expect(kinds()).toEqual(['CALL_FAILED 2']);
  act(() => value().clear());
  expect(kinds()).toEqual([]);
});

it('[RCT-03] says nothing of calls that were missed, declined or hung up, or ended before', async () => {
  const { line } = scene();
  await fails(BUSY);
  const { kinds } = notices();
  const [missed, declined, unheard] = [await scene().ringing(), await scene().ringing(), await scene().ringing()];
  const talk = await scene().talking();
  await line.after(() => missed.there.terminate());
  await line.after(() => declined.here.reject());
  await line.pass(61_000);
  await line.after(() => talk.there.terminate());
  expect([missed, declined, unheard, talk].map(({ here }) => here.getSnapshot().cause?.code)).toEqual([
    ...['CANCELED', 'REJECTED', 'NO_ANSWER', 'HUNG_UP'],
  ]);
  expect(kinds()).toEqual([]);
});

it('[RCT-03] tells of a microphone that cannot be used, in a call and before it', async () => {
  const { line } = scene();
  const { value } = notices();
  const { id, here } = await scene().talking();
  line.media('alice').failNext('getDescription', new MediaError('MEDIA_IN_USE', 'Another program has it.'));
  await line.after(() => here.reinvite().catch(() => undefined));
  line.media('alice').failNext('getDescription', new MediaError('MEDIA_DENIED', 'No.'));
  const denied = await fails('bob');
  expect(value().notices).toMatchObject([
    { kind: 'MEDIA_TROUBLE', code: 'MEDIA_IN_USE', sessionId: id },
    { kind: 'MEDIA_TROUBLE', code: 'MEDIA_DENIED', sessionId: denied },
  ]);
});

it('[RCT-04] renders for news alone, keeps its functions, and no more than twenty', async () => {
  const { alice, line } = scene();
  const { value, renders, rerender } = notices();
  const before = value();
  renders();
  await line.after(() => alice.unregister());
  await line.after(() => alice.register());
  await scene().ringing();
  expect(renders()).toBe(0);
  rerender();
  expect(value()).toBe(before);
  for (let index = 0; index < 30; index += 1) await fails(`nobody-${index}`);
  expect(value().notices).toHaveLength(20);
  expect([value().dismiss, value().clear]).toEqual([before.dismiss, before.clear]);
});
