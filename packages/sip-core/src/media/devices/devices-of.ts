import type { Platform } from '../../platform.ts';
import { DeviceManager } from './device-manager.ts';

const managers = new WeakMap<object, DeviceManager>();

/**
 * The devices of a platform, the same for everybody who asks: its calls, its pages, its settings. Calls follow these
 * unless `createWebRtcMedia` was given others.
 *
 * @example
 * ```ts
 * const devices = devicesOf(ua.userAgent.platform);
 * devices.choose('input', headset.id); // now, and on the next visit
 * ```
 */
export function devicesOf(platform: Pick<Platform, 'webrtc' | 'preferences' | 'storage' | 'logger'>): DeviceManager {
  const known = managers.get(platform);
  if (known !== undefined) return known;
  const made = new DeviceManager(platform);
  managers.set(platform, made);
  return made;
}
