import type { HidCollectionInfo, HidReportItem } from '../headset/hid-types.ts';

interface Mutable {
  readonly usagePage: number;
  readonly usage: number;
  readonly children: Mutable[];
  readonly inputReports: { readonly reportId: number; readonly items: HidReportItem[] }[];
  readonly outputReports: { readonly reportId: number; readonly items: HidReportItem[] }[];
}

/**
 * Reads a HID report descriptor (Device Class Definition for HID 1.11, section 6.2.2) into what WebHID makes of it: what
 * a browser does before a page sees a device.
 */
export function readDescriptor(octets: readonly number[]): readonly HidCollectionInfo[] {
  const top: Mutable[] = [];
  const open: Mutable[] = [];
  const global = { page: 0, minimum: 0, size: 0, count: 0, id: 0 };
  let usages: number[] = [];
  let range: { minimum?: number; maximum?: number } = {};
  const full = (usage: number): number => (usage > 0xffff ? usage : (global.page << 16) | usage);
  for (let at = 0; at < octets.length;) {
    const prefix = octets[at] ?? 0;
    const length = [0, 1, 2, 4][prefix & 3] ?? 0;
    let value = 0;
    for (let index = length; index > 0; index -= 1) value = value * 256 + (octets[at + index] ?? 0);
    at += 1 + length;
    const tag = prefix & 0xfc;
    if (tag === 0x04) global.page = value;
    else if (tag === 0x14) global.minimum = value;
    else if (tag === 0x74) global.size = value;
    else if (tag === 0x84) global.id = value;
    else if (tag === 0x94) global.count = value;
    else if (tag === 0x08) usages.push(full(value));
    else if (tag === 0x18) range = { ...range, minimum: full(value) };
    else if (tag === 0x28) range = { ...range, maximum: full(value) };
    else if (tag === 0xc0) open.pop();
    else if (tag === 0xa0) {
      const [usage = 0] = usages;
      const made: Mutable = {
        usagePage: usage >>> 16,
        usage: usage & 0xffff,
        children: [],
        inputReports: [],
        outputReports: [],
      };
      (open.at(-1)?.children ?? top).push(made);
      open.push(made);
    } else if (tag === 0x80 || tag === 0x90) {
      const collection = open.at(-1);
      const reports = tag === 0x80 ? collection?.inputReports : collection?.outputReports;
      const item: HidReportItem = {
        ...{ isConstant: (value & 1) !== 0, isArray: (value & 2) === 0, isAbsolute: (value & 4) === 0 },
        ...{ reportSize: global.size, reportCount: global.count, logicalMinimum: global.minimum },
        ...(range.minimum === undefined
          ? { isRange: false, usages }
          : { isRange: true, usageMinimum: range.minimum, usageMaximum: range.maximum ?? range.minimum }),
      };
      const report = reports?.find(({ reportId }) => reportId === global.id);
      if (report === undefined) reports?.push({ reportId: global.id, items: [item] });
      else report.items.push(item);
    }
    // Main items use up the local ones.
    if ([0x80, 0x90, 0xa0, 0xb0, 0xc0].includes(tag)) {
      usages = [];
      range = {};
    }
  }
  return top;
}
