import type { MediaKind } from './media-kind.ts';

type Constraint = boolean | MediaTrackConstraints;

/** Which devices a person chose for all calls; `DeviceManager` is one. */
export interface ChosenDevices {
  /** The device to capture from; `null` for the system's default. */
  chosen(kind: MediaKind): string | null;
  /** Tells of each change; returns a function that ends that. */
  subscribe(listener: () => void): () => void;
}

/** The same constraint on a certain device; `null` names none. */
export function onDevice(constraint: Constraint, deviceId: string | null): Constraint {
  if (constraint === false) return false;
  const { deviceId: _, ...rest } = constraint === true ? {} : constraint;
  if (deviceId !== null) return { ...rest, deviceId: { exact: deviceId } };
  return Object.keys(rest).length === 0 ? true : rest;
}

/** What a stream that the caller gives stands for. */
export function constraintsOf(stream: MediaStream): MediaStreamConstraints {
  return { audio: true, video: stream.getVideoTracks().length > 0 };
}

/**
 * What a call is to capture: the constraints of its latest description, on the device chosen for this call, or else on
 * the one chosen for all calls.
 */
export class CaptureWishes {
  readonly #chosen: ChosenDevices | undefined;
  readonly #devices = new Map<MediaKind, string>();
  #constraints: MediaStreamConstraints;

  constructor(constraints: MediaStreamConstraints, chosen?: ChosenDevices) {
    this.#constraints = constraints;
    this.#chosen = chosen;
  }

  /** As the application would write them: without the device chosen for all calls. */
  get constraints(): MediaStreamConstraints {
    return { audio: this.#own('audio'), video: this.#own('video') };
  }

  /** Takes other constraints; a device named in them is the one for this call. */
  set(constraints: MediaStreamConstraints): void {
    this.#constraints = constraints;
    for (const kind of ['audio', 'video'] as const) if (namesDevice(constraints[kind])) this.#devices.delete(kind);
  }

  /** The constraints alone, to come back to with {@link restore}; the choice of devices is no part of them. */
  get base(): MediaStreamConstraints {
    return this.#constraints;
  }

  restore(base: MediaStreamConstraints): void {
    this.#constraints = base;
  }

  /** Notes everything; returns a function that comes back to it. */
  save(): () => void {
    const [base, devices] = [this.#constraints, [...this.#devices]];
    return () => {
      this.#constraints = base;
      this.#devices.clear();
      for (const [kind, device] of devices) this.#devices.set(kind, device);
    };
  }

  /** Chooses a device for this call; `null` returns to the one chosen for all calls. */
  setDevice(kind: MediaKind, deviceId: string | null): void {
    this.#constraints = { ...this.#constraints, [kind]: onDevice(this.#base(kind), null) };
    if (deviceId === null) this.#devices.delete(kind);
    else this.#devices.set(kind, deviceId);
  }

  /** The constraint to capture with. */
  effective(kind: MediaKind): Constraint {
    const own = this.#own(kind);
    return namesDevice(own) ? own : onDevice(own, this.#chosen?.chosen(kind) ?? null);
  }

  /**
   * What to capture of each kind that may be used.
   *
   * @param chosen - false leaves out the device chosen for all calls
   */
  request(usable: (kind: MediaKind) => boolean, chosen = true): { readonly [Kind in MediaKind]: Constraint } {
    const constraint = (kind: MediaKind): Constraint => (chosen ? this.effective(kind) : this.#own(kind));
    return { audio: usable('audio') && constraint('audio'), video: usable('video') && constraint('video') };
  }

  #own(kind: MediaKind): Constraint {
    const device = this.#devices.get(kind);
    return device === undefined ? this.#base(kind) : onDevice(this.#base(kind), device);
  }

  #base(kind: MediaKind): Constraint {
    return this.#constraints[kind] ?? kind === 'audio';
  }
}

function namesDevice(constraint: Constraint | undefined): boolean {
  return typeof constraint === 'object' && constraint.deviceId !== undefined;
}
