'use client';

import { type DeviceManager, type DeviceRole, devicesOf, type DevicesSnapshot, NO_DEVICES } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { readable } from '../session/readable.ts';

/** Other devices than those that calls use by themselves. */
export type UseMediaDevicesParameters = DeviceManager | undefined;

/** What {@link useMediaDevices} returns. */
export interface UseMediaDevicesReturnType extends DevicesSnapshot {
  /** Asks the person for the microphone (and the camera); names are known then. */
  readonly request: (media?: { readonly audio?: boolean; readonly video?: boolean }) => Promise<DevicesSnapshot>;
  /** Chooses a device, for calls under way too; `null` is the system's default. Remembered for the next visit. */
  readonly choose: (role: DeviceRole, id: string | null) => void;
  /** Lists the devices anew, without a prompt. */
  readonly refresh: () => Promise<DevicesSnapshot>;
}

/**
 * Microphones, cameras and loudspeakers. Lists them without a prompt, and follows those that come and go, while it is
 * used.
 *
 * @param devices - default those of the user agent, which its calls follow
 * @example
 * ```tsx
 * const { inputs, input, choose, request } = useMediaDevices();
 * if (inputs.length === 0) return <button onClick={() => void request()}>Allow the microphone</button>;
 * return (
 *   <select value={input.id ?? ''} onChange={(event) => choose('input', event.target.value || null)}>
 *     <option value="">Default</option>
 *     {inputs.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
 *   </select>
 * );
 * ```
 */
export function useMediaDevices(devices?: UseMediaDevicesParameters): UseMediaDevicesReturnType {
  const { platform } = useBinding().ua.userAgent;
  const manager = devices ?? devicesOf(platform);
  const snapshot = useStore(useMemo(() => readable(manager, NO_DEVICES), [manager]));
  const acts = useMemo(
    () => ({
      request: (media?: { readonly audio?: boolean; readonly video?: boolean }) => manager.request(media),
      choose: (role: DeviceRole, id: string | null) => manager.choose(role, id),
      refresh: () => manager.refresh(),
    }),
    [manager],
  );
  return useMemo(() => ({ ...snapshot, ...acts }), [snapshot, acts]);
}
