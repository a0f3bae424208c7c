'use client';

import type { HidCollectionInfo, HidReportInfo, HidReportItem } from './hid-types.ts';

/** Page of the HID Usage Tables for telephony devices. */
export const TELEPHONY_PAGE = 0x0b;

/** What a headset can tell (HID Usage Tables, telephony page 0x0B). */
const INPUTS = {
  hookSwitch: 0x0b_0020,
  flash: 0x0b_0021,
  redial: 0x0b_0024,
  drop: 0x0b_0026,
  mute: 0x0b_002f,
} as const;

/** What a headset can show (LED page 0x08, and the ringer of the telephony page). */
const OUTPUTS = {
  mute: 0x08_0009,
  offHook: 0x08_0017,
  ring: 0x08_0018,
  hold: 0x08_0020,
  ringer: 0x0b_009e,
} as const;

/** The name of a button. */
export type HeadsetButton = keyof typeof INPUTS;

/** The name of a light. */
export type HeadsetLight = keyof typeof OUTPUTS;

/** Where in a report something stands. */
export interface HidField<Name extends string> {
  readonly name: Name;
  readonly reportId: number;
  /** Bit from the beginning of the report, its id not counted. */
  readonly offset: number;
  readonly bits: number;
  /** Whether it tells a state; otherwise 1 is a press. */
  readonly absolute: boolean;
  /** For an array, the value that means this one; `null` for a bit of its own. */
  readonly index: number | null;
}

/** Everything of a device that has to do with telephony. */
export interface TelephonyReports {
  readonly buttons: readonly HidField<HeadsetButton>[];
  readonly lights: readonly HidField<HeadsetLight>[];
  /** Octets of each output report. */
  readonly lengths: ReadonlyMap<number, number>;
}

/** Which buttons are down, or whose state holds. */
export type ButtonStates = Partial<Readonly<Record<HeadsetButton, boolean>>>;

/** Reads from the descriptors of a device where its buttons and lights are. Knows no vendors. */
export function telephonyReports(collections: readonly HidCollectionInfo[]): TelephonyReports {
  const every = flatten(collections);
  const inputs = every.flatMap(({ inputReports = [] }) => inputReports);
  const outputs = every.flatMap(({ outputReports = [] }) => outputReports);
  return {
    buttons: unique(inputs.flatMap((report) => fieldsOf(report, INPUTS))),
    lights: unique(outputs.flatMap((report) => fieldsOf(report, OUTPUTS))),
    lengths: new Map(outputs.map((report) => [report.reportId ?? 0, Math.ceil(bitsOf(report.items ?? []) / 8)])),
  };
}

/** What a report says of the buttons in it; those of other reports are left out. */
export function readButtons({ buttons }: TelephonyReports, reportId: number, data: DataView): ButtonStates {
  const states: Partial<Record<HeadsetButton, boolean>> = {};
  for (const { name, reportId: id, offset, bits, index } of buttons) {
    if (id !== reportId || offset + bits > data.byteLength * 8) continue;
    const value = readBits(data, offset, bits);
    // One place of an array names one button; any of its places may.
    states[name] = (states[name] === true && index !== null) || (index === null ? value !== 0 : value === index);
  }
  return states;
}

/** The reports that light those that are named, and put out all others. */
export function writeLights(
  { lights, lengths }: TelephonyReports,
  lit: ReadonlySet<HeadsetLight>,
): readonly { readonly reportId: number; readonly data: Uint8Array<ArrayBuffer> }[] {
  const reports = new Map<number, Uint8Array<ArrayBuffer>>();
  for (const { name, reportId, offset } of lights) {
    const data = reports.get(reportId) ?? new Uint8Array(lengths.get(reportId) ?? 0);
    reports.set(reportId, data);
    const octet = offset >> 3;
    if (lit.has(name) && octet < data.length) data[octet] = (data[octet] ?? 0) | (1 << (offset & 7));
  }
  return [...reports].map(([reportId, data]) => ({ reportId, data }));
}

function flatten(collections: readonly HidCollectionInfo[]): readonly HidCollectionInfo[] {
  return collections.flatMap((collection) => [collection, ...flatten(collection.children ?? [])]);
}

function bitsOf(items: readonly HidReportItem[]): number {
  return items.reduce((bits, { reportSize = 0, reportCount = 0 }) => bits + reportSize * reportCount, 0);
}

function fieldsOf<Name extends string>(
  { reportId = 0, items = [] }: HidReportInfo,
  usages: Readonly<Record<Name, number>>,
): readonly HidField<Name>[] {
  const names = Object.keys(usages) as Name[];
  const fields: HidField<Name>[] = [];
  let start = 0;
  for (const item of items) {
    const { reportSize = 0, reportCount = 0, isArray = false, isAbsolute = true, isConstant = false } = item;
    for (const name of names) {
      const place = placeOf(item, usages[name]);
      if (place === -1 || isConstant) continue;
      const shared = { name, reportId, bits: reportSize, absolute: isAbsolute };
      if (!isArray && place < reportCount) fields.push({ ...shared, offset: start + place * reportSize, index: null });
      if (!isArray) continue;
      const index = (item.logicalMinimum ?? 0) + place;
      for (let at = 0; at < reportCount; at += 1) fields.push({ ...shared, offset: start + at * reportSize, index });
    }
    start += reportSize * reportCount;
  }
  return fields;
}

/** Which of an item's values a usage is; -1 when it is none. */
function placeOf(
  { isRange = false, usages = [], usageMinimum = 0, usageMaximum = 0 }: HidReportItem,
  usage: number,
): number {
  if (!isRange) return usages.indexOf(usage);
  return usage >= usageMinimum && usage <= usageMaximum ? usage - usageMinimum : -1;
}

/** Collections may tell the same report twice. */
function unique<Name extends string>(fields: readonly HidField<Name>[]): readonly HidField<Name>[] {
  const known = new Map(
    fields.map((field) => [`${field.name} ${field.reportId} ${field.offset} ${field.index}`, field]),
  );
  return [...known.values()];
}

function readBits(data: DataView, offset: number, bits: number): number {
  let value = 0;
  for (let bit = 0; bit < Math.min(bits, 32); bit += 1) {
    const at = offset + bit;
    if (((data.getUint8(at >> 3) >> (at & 7)) & 1) === 1) value += 2 ** bit;
  }
  return value;
}
