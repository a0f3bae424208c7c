import type { Hid, HidCollectionInfo, HidDevice, HidInputEvent } from '../headset/hid-types.ts';
import { readDescriptor } from './hid-descriptor.ts';

/** A hook switch that tells its state, a mute that is pressed, flash; lamps for mute, off hook, ring and hold. */
export const OFFICE_HEADSET: readonly number[] = [
  ...[0x05, 0x0b, 0x09, 0x05, 0xa1, 0x01, 0x85, 0x02],
  // In: hook switch absolute, mute and flash relative, five bits of padding.
  ...[0x15, 0x00, 0x25, 0x01, 0x75, 0x01, 0x95, 0x01, 0x09, 0x20, 0x81, 0x22],
  ...[0x95, 0x02, 0x09, 0x2f, 0x09, 0x21, 0x81, 0x06, 0x95, 0x05, 0x81, 0x03],
  // Out: lamps of page 8, four bits of padding.
  ...[0x05, 0x08, 0x95, 0x04, 0x09, 0x09, 0x09, 0x17, 0x09, 0x18, 0x09, 0x20, 0x91, 0x22, 0x95, 0x04, 0x91, 0x03],
  0xc0,
];

type Listener = (event: never) => void;

/** A headset, by the octets of its report descriptor. */
export class FakeHeadset implements HidDevice {
  readonly vendorId = 0x1234;
  readonly productId = 1;
  readonly productName: string;
  readonly collections: readonly HidCollectionInfo[];
  opened = false;
  forgotten = false;
  /** What `open` rejects with. */
  failure: Error | undefined;
  /** Reports we sent: id and octets. */
  readonly sent: (readonly number[])[] = [];
  readonly #listeners = new Set<(event: HidInputEvent) => void>();

  constructor(productName = 'Office headset', descriptor: readonly number[] = OFFICE_HEADSET) {
    this.productName = productName;
    this.collections = readDescriptor(descriptor);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  async open(): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    this.opened = true;
  }

  async close(): Promise<void> {
    this.opened = false;
  }

  async forget(): Promise<void> {
    this.forgotten = true;
  }

  async sendReport(reportId: number, data: BufferSource): Promise<void> {
    const octets = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer) : new Uint8Array(data);
    this.sent.push([reportId, ...octets]);
  }

  addEventListener(_type: 'inputreport', listener: (event: HidInputEvent) => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'inputreport', listener: (event: HidInputEvent) => void): void {
    this.#listeners.delete(listener);
  }

  /** A report from the headset. */
  report(reportId: number, ...octets: readonly number[]): void {
    for (const listener of this.#listeners) listener({ reportId, data: new DataView(new Uint8Array(octets).buffer) });
  }
}

/** A computer that headsets are plugged into. */
export class FakeHid implements Hid {
  readonly allowed: FakeHeadset[];
  /** What the person chooses when asked. */
  chosen: readonly FakeHeadset[] = [];
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(...allowed: FakeHeadset[]) {
    this.allowed = allowed;
  }

  async getDevices(): Promise<readonly HidDevice[]> {
    return this.allowed;
  }

  async requestDevice(): Promise<readonly HidDevice[]> {
    return this.chosen;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
  }

  removeEventListener(type: string, listener: Listener): void {
    this.#listeners.get(type)?.delete(listener);
  }

  plug(device: FakeHeadset): void {
    this.#tell('connect', device);
  }

  pull(device: FakeHeadset): void {
    device.opened = false;
    this.#tell('disconnect', device);
  }

  #tell(type: string, device: FakeHeadset): void {
    for (const listener of this.#listeners.get(type) ?? [])
      (listener as (event: { device: HidDevice }) => void)({ device });
  }
}
