'use client';

/** A run of values in a report, as WebHID tells of it. */
export interface HidReportItem {
  readonly isAbsolute?: boolean;
  readonly isConstant?: boolean;
  readonly isArray?: boolean;
  readonly isRange?: boolean;
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  /** Bits of one value. */
  readonly reportSize?: number;
  /** How many values. */
  readonly reportCount?: number;
  readonly logicalMinimum?: number;
}

/** One report of a device. */
export interface HidReportInfo {
  readonly reportId?: number;
  readonly items?: readonly HidReportItem[];
}

/** A group of what a device can do. */
export interface HidCollectionInfo {
  readonly usagePage?: number;
  readonly usage?: number;
  readonly children?: readonly HidCollectionInfo[];
  readonly inputReports?: readonly HidReportInfo[];
  readonly outputReports?: readonly HidReportInfo[];
}

/** A report that a device sent. */
export interface HidInputEvent {
  readonly reportId: number;
  readonly data: DataView;
}

/** The part of WebHID's HIDDevice that is used here. */
export interface HidDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly HidCollectionInfo[];
  open(): Promise<void>;
  close(): Promise<void>;
  forget?(): Promise<void>;
  sendReport(reportId: number, data: BufferSource): Promise<void>;
  addEventListener(type: 'inputreport', listener: (event: HidInputEvent) => void): void;
  removeEventListener(type: 'inputreport', listener: (event: HidInputEvent) => void): void;
}

/** The part of `navigator.hid` that is used here. */
export interface Hid {
  getDevices(): Promise<readonly HidDevice[]>;
  requestDevice(options: {
    readonly filters: readonly { readonly usagePage: number }[];
  }): Promise<readonly HidDevice[]>;
  addEventListener(type: 'connect' | 'disconnect', listener: (event: { readonly device: HidDevice }) => void): void;
  removeEventListener(type: 'connect' | 'disconnect', listener: (event: { readonly device: HidDevice }) => void): void;
}
