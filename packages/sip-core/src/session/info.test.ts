import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reach, type Scene, setScene } from '../testing/call-situations.ts';

const nothing = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };
const options = { contentType: 'application/x-test', body: 'hello', infoPackage: 'test', extraHeaders: ['X-A: 1'] };

let scene: Scene;

beforeEach(async () => {
  scene = await setScene();
});

afterEach(async () => {
  await scene.box.close();
  expect(scene.box.leaks()).toEqual(nothing);
  expect(scene.box.errors).toEqual([]);
});

describe('an INFO of ours', () => {
  test('[SES-10] carries its package, body and header fields, and resolves when it is accepted', async () => {
    const { session } = await reach('outgoing, established', scene);
    const done = session.info(options);
    const info = await scene.peer.expect('INFO');
    expect(info.header('Info-Package')).toBe('test');
    expect(info.header('X-A')).toBe('1');
    expect([info.contentType?.type, info.body]).toEqual(['application/x-test', 'hello']);
    scene.peer.respond(info, 200);
    await Promise.all([done, scene.box.run(10)]);
  });

  test('[SES-10] that is refused rejects with the response, and the call goes on', async () => {
    const { session } = await reach('outgoing, established', scene);
    const done = session.info(options);
    scene.peer.respond(await scene.peer.expect('INFO'), 469);
    await Promise.all([expect(done).rejects.toMatchObject({ code: 'RESPONSE', statusCode: 469 }), scene.box.run(10)]);
    expect(session.state).toBe('Established');
  });

  test('[SES-10] that nobody answers rejects', async () => {
    const { session } = await reach('outgoing, established', scene);
    const done = session.info(options);
    await scene.peer.expect('INFO');
    await Promise.all([expect(done).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' }), scene.box.run(33_000)]);
  });

  test.each(['outgoing, without a response', 'outgoing, hung up', 'outgoing, over'])(
    '[SES-10] throws when the call is %s',
    async (name) => {
      const { session } = await reach(name, scene);
      await expect(session.info(options)).rejects.toMatchObject({ code: 'INVALID_STATE' });
    },
  );
});
