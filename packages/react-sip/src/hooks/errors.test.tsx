import { MediaError, type SipError, UA } from '@hookswitch/sip-core';
import { answer, createFakeMedia, type FakeMedia, refuse } from '@hookswitch/sip-core/testing';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeLine } from '../testing/fake-line.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useCall } from './use-call.ts';
import { useRegistration } from './use-registration.ts';
import { useSession } from './use-session.ts';
import { useSipStore } from './use-sip-store.ts';

let line: FakeLine;
let media: FakeMedia;

beforeEach(() => {
  line = new FakeLine();
  media = createFakeMedia();
});

afterEach(() => {
  line.network.close();
});

/** A phone that calls, and what it shows of its calls. */
async function phone() {
  const ua = new UA({ ...line.configuration('alice'), sessionDescriptionHandlerFactory: media });
  line.network.robot('700', answer());
  const hook = renderOnLine(ua, () => {
    const ended = useSipStore((state) => state.ended[0] ?? null);
    return { ...useCall(), ended, current: useSession() };
  });
  await line.pass();
  /** Calls, and returns what the promise rejects with. */
  const failure = async (target: string): Promise<unknown> => {
    let outcome: unknown;
    await act(async () => {
      hook
        .value()
        .call(target)
        .then(
          () => (outcome = 'answered'),
          (error: unknown) => (outcome = error),
        );
    });
    await line.pass(4000);
    return outcome;
  };
  return { ...hook, failure };
}

describe('what the wire says', () => {
  it.each([
    [401, 'AUTHENTICATION_ERROR'],
    [403, 'REJECTED'],
    [404, 'NOT_FOUND'],
    [408, 'UNAVAILABLE'],
    [480, 'UNAVAILABLE'],
    [486, 'BUSY'],
    [488, 'INCOMPATIBLE_SDP'],
    [603, 'REJECTED'],
  ])(
    '[statement 8] [RCT-03] is what the action rejects with and the state shows: %i is %s',
    async (statusCode, code) => {
      line.network.robot('701', refuse(statusCode));
      const { value, failure } = await phone();
      const error = await failure('701');
      expect(error).toMatchObject({ name: 'CallFailedError', code, statusCode });
      expect(value().error).toBe(error);
      expect(value().ended?.cause).toMatchObject({ code, statusCode });
      expect(await failure('700')).toBe('answered');
      expect(value().error).toBeNull();
    },
  );

  it('[RCT-03] is what registering rejects with, until it succeeds', async () => {
    const account = line.configuration('alice');
    const ua = new UA({ ...account, password: 'wrong', register: false });
    const { value } = renderOnLine(ua, useRegistration);
    await line.pass();
    let error: unknown;
    act(
      () =>
        void value()
          .register()
          .catch((reason: unknown) => (error = reason)),
    );
    await line.pass(4000);
    expect(error).toMatchObject({ statusCode: expect.toBeOneOf([401, 403]) as number });
    const { code, statusCode } = error as SipError;
    expect(value()).toMatchObject({ status: 'failed', isRegistered: false, error: { code, statusCode } });
  });
});

describe('what the devices say', () => {
  it.each([
    'MEDIA_DENIED',
    'MEDIA_NOT_FOUND',
    'MEDIA_IN_USE',
    'MEDIA_CONSTRAINTS',
    'MEDIA_NOTHING_ASKED',
    'MEDIA_UNSUPPORTED',
    'MEDIA_INSECURE',
    'MEDIA_UNKNOWN',
  ] as const)('[statement 8] [RCT-03] is what the action rejects with and the state shows: %s', async (code) => {
    const { value, failure } = await phone();
    media.failNext('getDescription', new MediaError(code, 'No.'));
    const error = await failure('700');
    expect(error).toMatchObject({ code, statusCode: undefined });
    expect(value().error).toBe(error);
    expect(value().ended?.lastError?.code).toBe(code);
    expect(await failure('700')).toBe('answered');
    expect(value().error).toBeNull();
  });

  it('[RCT-03] is what holding rejects with, and the next that succeeds clears it', async () => {
    const { value, failure } = await phone();
    expect(await failure('700')).toBe('answered');
    media.failNext('getDescription', new MediaError('MEDIA_NEGOTIATION', 'No.'));
    let error: unknown;
    act(
      () =>
        void value()
          .current.hold()
          .catch((reason: unknown) => (error = reason)),
    );
    await line.pass();
    expect(error).toMatchObject({ code: 'MEDIA_NEGOTIATION' });
    expect(value().current.session).toMatchObject({
      ...{ phase: 'established', hold: { local: false }, lastError: { code: 'MEDIA_NEGOTIATION' } },
    });
    act(() => void value().current.hold());
    await line.pass();
    expect(value().current.session).toMatchObject({ hold: { local: true }, lastError: null });
  });

  it('[statement 8] [RCT-03] is in the state while the way of the sound is lost, until it is found again', async () => {
    const { value, failure } = await phone();
    expect(await failure('700')).toBe('answered');
    const handler = media.handlers.at(-1);
    act(() => handler?.setConnection('failed'));
    expect(value().current.session?.media.connection).toBe('failed');
    act(() => handler?.setConnection('connected'));
    await line.pass();
    expect(value().current.session?.media.connection).toBe('connected');
  });

  it('[statement 8] [RCT-03] is the end of a call whose sound is lost and whose far end does not answer', async () => {
    const { value, failure } = await phone();
    const bob = new UA({ ...line.configuration('bob'), sessionDescriptionHandlerFactory: media });
    bob.on('invite', (session) => void session.accept());
    void bob.start();
    await line.pass();
    expect(await failure('bob')).toBe('answered');
    void bob.transport.disconnect();
    act(() => {
      for (const handler of media.handlers) handler.setConnection('failed');
    });
    await line.pass(10_000);
    expect(value().current.session?.media.connection).toBe('failed');
    await line.pass(30_000);
    expect(value().current.session).toBeNull();
    expect(value().ended?.cause).toMatchObject({ code: 'RTP_TIMEOUT', by: 'system' });
  });
});
