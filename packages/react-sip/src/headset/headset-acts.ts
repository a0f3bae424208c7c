'use client';

import type { ButtonStates, HeadsetButton, HidField } from './telephony-reports.ts';

/** What a person did with a headset. */
export type HeadsetAct = 'lift' | 'hangUp' | 'hook' | 'toggleMute' | 'mute' | 'unmute' | 'flash' | 'drop' | 'redial';

/** What the headset was told last. */
export interface HeadsetShown {
  readonly offHook: boolean;
  readonly muted: boolean;
}

const PRESSES: Readonly<Record<HeadsetButton, HeadsetAct>> = {
  ...{ hookSwitch: 'hook', mute: 'toggleMute', flash: 'flash', drop: 'drop', redial: 'redial' },
};

/**
 * What a report means, given what was before it. Hook switch and mute are states or presses, as the descriptor says
 * (On/Off Controls, HID Usage Tables). A state that repeats what we showed on the headset is its echo, not a person.
 */
export function headsetActs(
  before: ButtonStates,
  now: ButtonStates,
  fields: readonly HidField<HeadsetButton>[],
  shown: HeadsetShown,
): readonly HeadsetAct[] {
  return (Object.keys(now) as HeadsetButton[]).flatMap((name): readonly HeadsetAct[] => {
    const is = now[name] === true;
    if (is === (before[name] === true)) return [];
    const isState = fields.some((field) => field.name === name && field.absolute && field.index === null);
    if (name === 'hookSwitch' && isState) return is === shown.offHook ? [] : [is ? 'lift' : 'hangUp'];
    if (name === 'mute' && isState) return is === shown.muted ? [] : [is ? 'mute' : 'unmute'];
    return is ? [PRESSES[name]] : [];
  });
}
