import { describe, expect, it } from 'vitest';
import { OFFICE_HEADSET } from '../testing/fake-headset.ts';
import { readDescriptor } from '../testing/hid-descriptor.ts';
import { headsetActs } from './headset-acts.ts';
import { readButtons, telephonyReports, writeLights } from './telephony-reports.ts';

const reportsOf = (octets: readonly number[]) => telephonyReports(readDescriptor(octets));
const data = (...octets: readonly number[]): DataView => new DataView(new Uint8Array(octets).buffer);

/** Buttons as an array of usages: 1 is hook switch, 2 flash, 3 and on what follows in the range; a ringer to send. */
const ARRAY_HEADSET: readonly number[] = [
  ...[0x05, 0x0b, 0x09, 0x01, 0xa1, 0x01, 0x09, 0x05, 0xa1, 0x02],
  ...[0x19, 0x20, 0x29, 0x2f, 0x15, 0x01, 0x25, 0x10, 0x75, 0x08, 0x95, 0x02, 0x81, 0x00],
  ...[0xc0, 0x75, 0x07, 0x95, 0x01, 0x91, 0x01, 0x09, 0x9e, 0x75, 0x01, 0x95, 0x01, 0x91, 0x02, 0xc0],
];

describe('what a headset tells and shows', () => {
  it('[RCT-03] is read from a report descriptor of the telephony page', () => {
    const { buttons, lights, lengths } = reportsOf(OFFICE_HEADSET);
    expect(buttons.map(({ name, offset, absolute }) => [name, offset, absolute])).toEqual([
      ['hookSwitch', 0, true],
      ['flash', 2, false],
      ['mute', 1, false],
    ]);
    expect(lights.map(({ name, offset }) => [name, offset])).toEqual([
      ['mute', 0],
      ['offHook', 1],
      ['ring', 2],
      ['hold', 3],
    ]);
    expect([...lengths]).toEqual([[2, 1]]);
  });

  it('[RCT-03] is read bit by bit, and only from its own report', () => {
    const reports = reportsOf(OFFICE_HEADSET);
    expect(readButtons(reports, 2, data(0b011))).toEqual({ hookSwitch: true, flash: false, mute: true });
    expect(readButtons(reports, 1, data(0b111))).toEqual({});
    expect(readButtons(reports, 2, data())).toEqual({});
  });

  it('[RCT-03] may come as an array of usages, without a report id', () => {
    const reports = reportsOf(ARRAY_HEADSET);
    expect(readButtons(reports, 0, data(1, 0))).toMatchObject({ hookSwitch: true, mute: false, flash: false });
    expect(readButtons(reports, 0, data(0, 16))).toMatchObject({ hookSwitch: false, mute: true });
    expect(readButtons(reports, 0, data(1, 2))).toMatchObject({ hookSwitch: true, flash: true });
    expect(writeLights(reports, new Set(['ringer', 'offHook']))).toEqual([{ reportId: 0, data: Uint8Array.of(0x80) }]);
  });

  it('[RCT-03] is lit in the report it belongs to, and put out otherwise', () => {
    const reports = reportsOf(OFFICE_HEADSET);
    expect(writeLights(reports, new Set(['offHook', 'mute']))).toEqual([{ reportId: 2, data: Uint8Array.of(0b0011) }]);
    expect(writeLights(reports, new Set())).toEqual([{ reportId: 2, data: Uint8Array.of(0) }]);
  });

  it('[RCT-03] is nothing for a mouse, or for nonsense', () => {
    const mouse = [
      0x05, 0x01, 0x09, 0x02, 0xa1, 0x01, 0x05, 0x09, 0x19, 0x01, 0x29, 0x03, 0x75, 0x01, 0x95, 0x03, 0x81, 0x02, 0xc0,
    ];
    expect(reportsOf(mouse)).toMatchObject({ buttons: [], lights: [] });
    expect(telephonyReports([{}, { children: [{ inputReports: [{}] }] }])).toMatchObject({ buttons: [], lights: [] });
  });
});

describe('what a person did', () => {
  const { buttons } = reportsOf(OFFICE_HEADSET);
  const idle = { offHook: false, muted: false };
  const talking = { offHook: true, muted: false };

  it.each([
    ['lifted the hook', { hookSwitch: false }, { hookSwitch: true }, idle, ['lift']],
    ['put it back', { hookSwitch: true }, { hookSwitch: false }, talking, ['hangUp']],
    ['nothing: an echo of the light', { hookSwitch: false }, { hookSwitch: true }, talking, []],
    ['nothing: an echo of the end', { hookSwitch: true }, { hookSwitch: false }, idle, []],
    ['pressed mute', { mute: false }, { mute: true }, talking, ['toggleMute']],
    ['let go of mute', { mute: true }, { mute: false }, talking, []],
    ['pressed flash', {}, { flash: true, mute: false }, talking, ['flash']],
  ] as const)('[RCT-03] %s', (_what, before, now, shown, acts) => {
    expect(headsetActs(before, now, buttons, shown)).toEqual(acts);
  });

  it('[RCT-03] knows a mute that is a state, and a hook that is a press', () => {
    const swapped = buttons.map((field) => ({ ...field, absolute: field.name === 'mute' }));
    expect(headsetActs({}, { mute: true, hookSwitch: true }, swapped, talking)).toEqual(['mute', 'hook']);
    expect(headsetActs({ mute: true }, { mute: false }, swapped, { ...talking, muted: true })).toEqual(['unmute']);
    expect(headsetActs({}, { mute: true }, swapped, { ...talking, muted: true })).toEqual([]);
  });
});
