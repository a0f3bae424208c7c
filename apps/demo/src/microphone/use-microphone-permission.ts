import { useSyncExternalStore } from 'react';
import { type MicrophonePermission, MicrophonePermissionWatch } from './microphone-permission.ts';

const watch = new MicrophonePermissionWatch();

/** Whether the page may use the microphone; follows what the person changes in the browser. */
export function useMicrophonePermission(): MicrophonePermission {
  return useSyncExternalStore(watch.subscribe, watch.get);
}
