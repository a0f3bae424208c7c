'use client';

import { useMediaDevices, useSession } from '@hookswitch/react-sip';
import type { TonePlayerOptions } from '@hookswitch/sip-core';
import { type ReactElement, useState } from 'react';
import { VolumeMeter } from '../volume-meter/volume-meter.tsx';
import { DevicePickerView } from './device-picker-view.tsx';
import type { CaptureKind } from './device-trouble.ts';
import { MicrophoneCheck } from './microphone-check.tsx';
import { useTestTone } from './use-test-tone.ts';

/** Props of {@link DevicePicker}. */
export interface DevicePickerProps {
  /** Lets the camera be chosen, too; default false. */
  readonly camera?: boolean;
  /** How the ring sounds when it is tried; default as `TonePlayer` has it. */
  readonly ring?: TonePlayerOptions | undefined;
  readonly className?: string | undefined;
}

/**
 * Chooses microphone, speaker, ring device and camera, and lets each be tried. In a call the choice holds at once, and
 * the meter shows what is sent; without one the microphone is opened only for a test.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><DevicePicker camera /></SipProvider>
 * ```
 */
export function DevicePicker({ camera = false, ring, className }: DevicePickerProps): ReactElement {
  const { request, choose, refresh: _, ...devices } = useMediaDevices();
  const { session } = useSession();
  const [asking, setAsking] = useState<CaptureKind | null>(null);
  const [asked, setAsked] = useState<CaptureKind>('microphone');
  const output = useTestTone('output');
  const ringer = useTestTone('ringer', ring);
  const ask = (kind: CaptureKind): void => {
    setAsking(kind);
    setAsked(kind);
    const done = (): void => setAsking(null);
    // What it failed with is in the snapshot.
    request({ audio: kind === 'microphone', video: kind === 'camera' }).then(done, done);
  };
  const talking = session !== null && session.media.audio !== null && session.phase !== 'ended';
  return (
    <DevicePickerView
      devices={devices}
      onChoose={choose}
      onAllow={ask}
      asking={asking}
      asked={asked}
      camera={camera}
      meter={talking ? <VolumeMeter sessionId={session.id} /> : <MicrophoneCheck />}
      tones={{ output, ringer }}
      className={className}
    />
  );
}
