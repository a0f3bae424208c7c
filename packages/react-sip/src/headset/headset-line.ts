'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import { selectIncomingSessionId, selectSession } from '../store/selectors.ts';
import type { HeadsetAct } from './headset-acts.ts';
import type { HeadsetLight } from './telephony-reports.ts';

/** Which lights stand for the calls as they are. */
export function lightsFor({ store }: UABinding): ReadonlySet<HeadsetLight> {
  const state = store.getState();
  const lights = new Set<HeadsetLight>();
  if (selectIncomingSessionId(state) !== null) lights.add('ring').add('ringer');
  const call = selectSession(state, state.focusedSessionId);
  if (!runs(call)) return lights;
  lights.add('offHook');
  if (call.muted.audio) lights.add('mute');
  if (call.hold.local) lights.add('hold');
  return lights;
}

/** Does with the calls what a person did with the headset. What makes no sense now does nothing. */
export function performAct(binding: UABinding, act: HeadsetAct): void {
  const state = binding.store.getState();
  const ringing = selectIncomingSessionId(state);
  const call = selectSession(state, state.focusedSessionId);
  const current = runs(call) ? binding.actions(call.id) : null;
  switch (act) {
    case 'lift':
      if (ringing !== null && current === null) void binding.actions(ringing).answer();
      return;
    case 'hook':
      if (current !== null) void current.hangUp();
      else if (ringing !== null) void binding.actions(ringing).answer();
      return;
    case 'hangUp':
      void current?.hangUp();
      return;
    case 'drop':
      if (ringing !== null) void binding.actions(ringing).decline();
      else void current?.hangUp();
      return;
    case 'flash':
      void current?.toggleHold();
      return;
    case 'toggleMute':
      void current?.toggleMute();
      return;
    case 'mute':
      void current?.mute();
      return;
    case 'unmute':
      void current?.unmute();
      return;
    // Whom to call again is for the app to know.
    case 'redial':
  }
}

function runs(call: SessionSnapshot | null): call is SessionSnapshot {
  return call !== null && call.phase !== 'incoming' && call.phase !== 'ending' && call.state !== 'Terminated';
}
