'use client';

import { type ErrorInfo, errorInfo } from '@hookswitch/sip-core';
import { createLiveStore, type ReadableStore, type SetState } from '../live/create-live-store.ts';
import { perBinding } from '../live/per-binding.ts';
import type { UABinding } from '../provider/ua-binding.ts';
import { headsetActs, type HeadsetShown } from './headset-acts.ts';
import { lightsFor, performAct } from './headset-line.ts';
import type { Hid, HidDevice, HidInputEvent } from './hid-types.ts';
import {
  type ButtonStates,
  readButtons,
  TELEPHONY_PAGE,
  type TelephonyReports,
  telephonyReports,
  writeLights,
} from './telephony-reports.ts';

/** A headset that is plugged in and may be used. */
export interface Headset {
  /** A key for lists. */
  readonly id: number;
  readonly name: string;
  readonly status: 'opening' | 'ready' | 'failed';
  /** Why it cannot be used, such as another program that holds it. */
  readonly error: ErrorInfo | null;
}

/** The headsets of a user agent: their buttons act on its calls while somebody follows. */
export interface Headsets extends ReadableStore<readonly Headset[]> {
  readonly request: () => Promise<boolean>;
  readonly forget: (id: number) => Promise<void>;
}

interface Plugged {
  readonly id: number;
  readonly reports: TelephonyReports;
  readonly listener: (event: HidInputEvent) => void;
  states: ButtonStates;
  shown: HeadsetShown;
  lit: string | null;
}

/** The headsets of each user agent, by where they are plugged in. */
export function headsetsOf(binding: UABinding, hid: Hid): Headsets {
  const known = byHid(binding);
  const found = known.get(hid) ?? createHeadsets(binding, hid);
  known.set(hid, found);
  return found;
}

const byHid: (binding: UABinding) => WeakMap<Hid, Headsets> = perBinding(() => new WeakMap<Hid, Headsets>());

function createHeadsets(binding: UABinding, hid: Hid): Headsets {
  const plugged = new Map<HidDevice, Plugged>();
  let count = 0;
  let active = false;
  let change: SetState<readonly Headset[]> = () => undefined;
  const update = (id: number, changes: Partial<Headset>): void => {
    change((headsets) => headsets.map((each) => (each.id === id ? Object.freeze({ ...each, ...changes }) : each)));
  };
  const show = (device: HidDevice, headset: Plugged): void => {
    const lights = lightsFor(binding);
    const key = [...lights].join();
    if (!device.opened || headset.lit === key) return;
    headset.lit = key;
    headset.shown = { offHook: lights.has('offHook'), muted: lights.has('mute') };
    for (const { reportId, data } of writeLights(headset.reports, lights)) {
      // A headset that was just pulled out takes nothing; its disconnect follows.
      device.sendReport(reportId, data).catch(() => undefined);
    }
  };
  const showAll = (): void => {
    for (const [device, headset] of plugged) show(device, headset);
  };
  const plug = async (device: HidDevice): Promise<void> => {
    const reports = telephonyReports(device.collections);
    if (!active || plugged.has(device) || reports.buttons.length === 0) return;
    count += 1;
    const headset: Plugged = {
      ...{ id: count, reports, states: {}, shown: { offHook: false, muted: false }, lit: null },
      listener({ reportId, data }) {
        const now = { ...headset.states, ...readButtons(reports, reportId, data) };
        const acts = headsetActs(headset.states, now, reports.buttons, headset.shown);
        headset.states = now;
        for (const act of acts) performAct(binding, act);
      },
    };
    plugged.set(device, headset);
    const entry: Headset = { id: headset.id, name: device.productName, status: 'opening', error: null };
    change((headsets) => [...headsets, Object.freeze(entry)]);
    try {
      if (!device.opened) await device.open();
      if (plugged.get(device) !== headset) {
        await device.close();
        return;
      }
      device.addEventListener('inputreport', headset.listener);
      update(headset.id, { status: 'ready' });
      show(device, headset);
    } catch (error) {
      update(headset.id, { status: 'failed', error: errorInfo(error) });
    }
  };
  const unplug = async (device: HidDevice): Promise<void> => {
    const headset = plugged.get(device);
    if (headset === undefined) return;
    plugged.delete(device);
    change((headsets) => headsets.filter(({ id }) => id !== headset.id));
    device.removeEventListener('inputreport', headset.listener);
    if (!device.opened) return;
    const dark = writeLights(headset.reports, new Set());
    await Promise.allSettled(dark.map(({ reportId, data }) => device.sendReport(reportId, data)));
    await device.close().catch(() => undefined);
  };
  const store = createLiveStore<readonly Headset[]>([], (set) => {
    change = set;
    active = true;
    const onConnect = ({ device }: { readonly device: HidDevice }): void => void plug(device);
    const onDisconnect = ({ device }: { readonly device: HidDevice }): void => void unplug(device);
    hid.addEventListener('connect', onConnect);
    hid.addEventListener('disconnect', onDisconnect);
    hid.getDevices().then(
      (devices) => devices.forEach((device) => void plug(device)),
      // Forbidden by the page's policy: as if nothing were plugged in.
      () => undefined,
    );
    const stop = binding.store.subscribe(showAll);
    return () => {
      active = false;
      stop();
      hid.removeEventListener('connect', onConnect);
      hid.removeEventListener('disconnect', onDisconnect);
      for (const device of [...plugged.keys()]) void unplug(device);
    };
  });
  return {
    ...store,
    async request() {
      const devices = await hid.requestDevice({ filters: [{ usagePage: TELEPHONY_PAGE }] });
      await Promise.all(devices.map(plug));
      return devices.length > 0;
    },
    async forget(id) {
      const [device] = [...plugged].find(([, headset]) => headset.id === id) ?? [];
      if (device === undefined) return;
      await unplug(device);
      await device.forget?.();
    },
  };
}
