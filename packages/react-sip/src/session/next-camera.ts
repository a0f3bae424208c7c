'use client';

import type { UA } from '@hookswitch/sip-core';
import { mediaStreamOf } from './media-stream-of.ts';

/** The camera after the one in use; `null`, which is the default one, where there is no other or names are not told. */
export async function nextCamera(ua: UA, id: string): Promise<string | null> {
  const devices = (await ua.userAgent.platform.webrtc?.enumerateDevices?.()) ?? [];
  const cameras = devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
  const current = mediaStreamOf(ua, id, 'local')?.getVideoTracks()[0]?.getSettings().deviceId;
  const at = cameras.findIndex(({ deviceId }) => deviceId === current);
  return cameras[(at + 1) % Math.max(cameras.length, 1)]?.deviceId ?? null;
}
