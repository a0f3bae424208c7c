'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type Headset, type Headsets, headsetsOf } from '../headset/headsets.ts';
import type { Hid } from '../headset/hid-types.ts';
import { useBinding } from '../provider/sip-context.ts';

/** How {@link useHeadset} acts. */
export interface UseHeadsetParameters {
  /** Whether the buttons act; default true. */
  readonly enabled?: boolean;
  /** In place of `navigator.hid`; `null` is none. */
  readonly hid?: Hid | null;
}

/** What {@link useHeadset} returns. */
export interface UseHeadsetReturnType {
  /** Whether this browser can speak with headsets (WebHID). */
  readonly supported: boolean;
  /** The headsets that are plugged in and may be used. */
  readonly headsets: readonly Headset[];
  /** Asks the person for a headset; call it from a click. Whether one was chosen. */
  readonly request: () => Promise<boolean>;
  /** Gives a headset up, until it is asked for again. */
  readonly forget: (id: number) => Promise<void>;
}

/**
 * Answers, hangs up, holds and mutes by the buttons of headsets, and lights their lamps: for ringing, for a call, for
 * muted. Headsets that were allowed once are used by themselves, also when they are plugged in later; all that speak
 * the telephony page of HID, whoever made them.
 *
 * @example
 * ```tsx
 * const { supported, headsets, request } = useHeadset();
 * if (!supported) return null;
 * return headsets.length === 0 ? <button onClick={() => void request()}>Use my headset</button> : headsets[0].name;
 * ```
 */
export function useHeadset({ enabled = true, hid }: UseHeadsetParameters = {}): UseHeadsetReturnType {
  const binding = useBinding();
  const has = useSyncExternalStore(never, hasHid, hasNone);
  const plugs = hid === undefined ? (has ? browserHid() : null) : hid;
  const source = plugs === null || !enabled ? NONE : headsetsOf(binding, plugs);
  const headsets = useStore(source);
  const { request, forget } = source;
  return useMemo(() => ({ supported: plugs !== null, headsets, request, forget }), [plugs, headsets, request, forget]);
}

const NOTHING: readonly Headset[] = Object.freeze([]);
const NONE: Headsets = {
  ...{ getState: () => NOTHING, getInitialState: () => NOTHING, subscribe: () => () => undefined },
  ...{ request: () => Promise.resolve(false), forget: () => Promise.resolve() },
};

function never(): () => void {
  return () => undefined;
}

function hasHid(): boolean {
  return 'hid' in navigator;
}

function hasNone(): boolean {
  return false;
}

/** WebHID is not among the types of the DOM yet. */
function browserHid(): Hid | null {
  return (navigator as Navigator & { readonly hid?: Hid }).hid ?? null;
}
