import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { recordingName } from '../live/recording-name.ts';
import { CallScene } from '../testing/call-scene.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useRecording } from './use-recording.ts';

const scene = CallScene.each();

describe('useRecording', () => {
  it('[RCT-03] asks for consent first, and records nothing without it', async () => {
    const { id } = await scene().talking();
    const asked: string[] = [];
    const consent: { give?: (yes: boolean) => void } = {};
    const { value, renders } = renderOnLine(scene().alice, () =>
      useRecording(id, {
        onConsent: (session) => {
          asked.push(session.id);
          return new Promise((resolve) => (consent.give = resolve));
        },
      }),
    );
    renders();
    const { start } = value();
    let started: Promise<boolean> | undefined;
    await act(async () => {
      started = start();
      await Promise.resolve();
    });
    expect([value().state, value().active, asked, renders()]).toEqual(['asking', false, [id], 1]);
    // A second press asks no second time.
    await expect(start()).resolves.toBe(false);
    await act(async () => {
      consent.give?.(false);
      await expect(started).resolves.toBe(false);
    });
    expect([value().state, value().files, value().error, renders()]).toEqual(['idle', [], null, 1]);
    expect(value().start).toBe(start);
  });

  it('[RCT-03] tells why it cannot record, to every component that looks', async () => {
    const { id, here } = await scene().talking();
    const { value, renders } = renderOnLine(scene().alice, () => [useRecording(id), useRecording()] as const);
    renders();
    await act(() => expect(value()[0].start()).rejects.toMatchObject({ code: 'MEDIA_UNSUPPORTED' }));
    expect(value().map(({ error }) => error?.code)).toEqual(['MEDIA_UNSUPPORTED', 'MEDIA_UNSUPPORTED']);
    expect(value()[0]).toMatchObject({ state: 'idle', startedAt: null });
    renders();
    act(() => here.mute());
    expect(renders()).toBe(0);
  });

  it('[RCT-03] rests when there is no session', async () => {
    const { value } = renderOnLine(scene().alice, () => useRecording());
    expect(value()).toMatchObject({ state: 'idle', active: false, files: [] });
    await expect(value().start()).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
    await expect(value().stop()).resolves.toBeNull();
    value().pause();
    value().resume();
    value().discard();
  });
});

it('[RCT-03] a recording is named after whom and when, in letters every system takes', () => {
  const at = new Date(2026, 2, 7, 9, 5).getTime();
  const remote = (user: string) => ({ remote: { uri: '', user, host: 'example.com', displayName: null } });
  expect(recordingName(remote('+49 30/901'), at, 'audio/webm;codecs=opus')).toBe(
    'call-+49-30-901-2026-03-07-0905.webm',
  );
  expect(recordingName(remote('../..\\x'), at, 'audio/mp4')).toBe('call--x-2026-03-07-0905.m4a');
  expect(recordingName(remote(''), at, 'audio/ogg')).toBe('call-example-com-2026-03-07-0905.ogg');
});
