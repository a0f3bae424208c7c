import { errorInfo } from '../../base/errors.ts';
import { handled } from '../../base/promises.ts';
import { SnapshotStore } from '../../base/snapshot.ts';
import type { DevicePermission, Platform, TextStorage, WebRtcPlatform } from '../../platform.ts';
import { Interruption } from '../interruption.ts';
import { captureError, MediaError } from '../media-error.ts';
import { capture } from '../webrtc/capture.ts';
import type { ChosenDevices } from '../webrtc/capture-wishes.ts';
import { onDevice } from '../webrtc/capture-wishes.ts';
import type { MediaKind } from '../webrtc/media-kind.ts';
import { resolveChoices, type WantedDevices } from './device-choice.ts';
import { type DeviceList, readDevices } from './device-list.ts';
import { type Device, type DeviceRole, type DevicesSnapshot, NO_DEVICES } from './devices-snapshot.ts';
import { followOutput, type OutputElement } from './follow-output.ts';
import { readChoices, writeChoices } from './remembered-choices.ts';

/** How a {@link DeviceManager} is set up. */
export interface DeviceManagerOptions {
  /** Where choices are kept; default `platform.preferences`, then `platform.storage`. `null` keeps none. */
  readonly storage?: TextStorage | null;
  /** The key they are kept under; default `hookswitch.devices`. */
  readonly storageKey?: string;
}

/**
 * Microphones, cameras and loudspeakers: which there are, which were chosen, and what the page may use.
 *
 * Nothing is listed before somebody subscribes or asks, and nobody is prompted before {@link request} or a call. A chosen
 * device that is unplugged gives way to the system's default and comes back with its plug. Handed to
 * `createWebRtcMedia`, running calls follow.
 *
 * @example
 * ```ts
 * const devices = new DeviceManager(browserPlatform());
 * const ua = new UA({ uri, sessionDescriptionHandlerFactory: createWebRtcMedia({ devices }) });
 * const { inputs } = await devices.request();
 * devices.choose('input', inputs[1].id);
 * const detach = devices.attach(audioElement, 'output');
 * ```
 */
export class DeviceManager implements ChosenDevices {
  readonly #webrtc: WebRtcPlatform | undefined;
  readonly #storage: TextStorage | undefined;
  readonly #key: string;
  readonly #snapshots: SnapshotStore<DevicesSnapshot>;
  readonly #closing = new Interruption();
  #wanted: WantedDevices;
  #list: DeviceList | undefined;
  #watching = 0;
  #unwatch: readonly (() => void)[] = [];
  #listing: Promise<DevicesSnapshot> | undefined;
  #request: { readonly key: string; readonly promise: Promise<DevicesSnapshot> } | undefined;

  constructor(
    platform: Pick<Platform, 'webrtc' | 'preferences' | 'storage' | 'logger'>,
    options: DeviceManagerOptions = {},
  ) {
    this.#webrtc = platform.webrtc;
    this.#storage =
      options.storage === null ? undefined : (options.storage ?? platform.preferences ?? platform.storage);
    this.#key = options.storageKey ?? 'hookswitch.devices';
    this.#wanted = readChoices(this.#storage, this.#key);
    const canSelectOutput = this.#webrtc?.canSelectOutput?.() ?? false;
    this.#snapshots = new SnapshotStore<DevicesSnapshot>({ ...NO_DEVICES, canSelectOutput }, (error) => {
      platform.logger.log('error', 'devices', 'a listener threw', error);
    });
    this.#resolve();
  }

  /** The devices at this moment. */
  getSnapshot(): DevicesSnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` after each change, and watches for devices that come and go meanwhile; returns what ends that. */
  subscribe(listener: () => void): () => void {
    const unsubscribe = this.#snapshots.subscribe(listener);
    this.#watching += 1;
    if (this.#watching === 1) this.#watch();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      unsubscribe();
      this.#watching -= 1;
      if (this.#watching === 0) this.#endWatch();
    };
  }

  /** Lists the devices, without a prompt. */
  refresh(): Promise<DevicesSnapshot> {
    this.#listing ??= this.#enumerate().finally(() => {
      this.#listing = undefined;
    });
    return handled(this.#listing);
  }

  /**
   * Asks the person for the microphone (and the camera), then lists the devices with their names. Nothing stays open.
   * Asked twice at once, the person is asked once.
   *
   * @throws {@link MediaError} when it is not allowed, or there is none
   */
  request(media: { readonly audio?: boolean; readonly video?: boolean } = {}): Promise<DevicesSnapshot> {
    const { audio = true, video = false } = media;
    const key = `${audio} ${video}`;
    if (this.#request?.key === key) return this.#request.promise;
    const promise = handled(this.#ask({ audio, video }));
    const request = { key, promise };
    this.#request = request;
    const done = (): void => {
      if (this.#request === request) this.#request = undefined;
    };
    promise.then(done, done);
    return promise;
  }

  /** Chooses a device for a role; `null` returns to the system's default. Remembered for the next visit. */
  choose(role: DeviceRole, id: string | null): void {
    const { [role]: _, ...others } = this.#wanted;
    const before = this.#wanted[role];
    const named = this.#listOf(role).find((device) => device.id === id) ?? (before?.id === id ? before : undefined);
    this.#wanted = id === null ? others : { ...others, [role]: { id, label: named?.label ?? '' } };
    writeChoices(this.#storage, this.#key, this.#wanted);
    this.#resolve();
  }

  /** The microphone or camera to capture from; `null` for the system's default. */
  chosen(kind: MediaKind): string | null {
    return this.getSnapshot()[kind === 'audio' ? 'input' : 'camera'].id;
  }

  /**
   * Keeps the sound of an element on the chosen loudspeaker, also when another one is chosen; returns what ends that.
   * Where loudspeakers cannot be chosen nothing happens.
   */
  attach(element: OutputElement, role: 'output' | 'ringer' = 'output'): () => void {
    return followOutput(this, element, role, (error) => {
      this.#snapshots.update({ error: errorInfo(error) });
    });
  }

  /** Ends every watch. */
  dispose(): void {
    this.#closing.interrupt(new MediaError('MEDIA_CLOSED', 'The devices are no longer watched.'));
    this.#endWatch();
  }

  #watch(): void {
    if (this.#closing.interrupted) return;
    const stops = [
      this.#webrtc?.watchDevices?.(() => void this.refresh()),
      this.#webrtc?.watchPermission?.('microphone', (microphone) => this.#permit({ microphone })),
      this.#webrtc?.watchPermission?.('camera', (camera) => this.#permit({ camera })),
    ];
    this.#unwatch = stops.flatMap((stop) => stop ?? []);
    void this.refresh();
  }

  #endWatch(): void {
    for (const stop of this.#unwatch) stop();
    this.#unwatch = [];
  }

  #permit(change: { readonly microphone?: DevicePermission; readonly camera?: DevicePermission }): void {
    const before = this.getSnapshot().permission;
    const permission = Object.freeze({ ...before, ...change });
    this.#snapshots.update({ permission });
    // With the permission come the names.
    if (JSON.stringify(before) !== JSON.stringify(permission)) void this.refresh();
  }

  async #enumerate(): Promise<DevicesSnapshot> {
    if (this.getSnapshot().status === 'idle') this.#snapshots.update({ status: 'pending' });
    try {
      const enumerate = this.#webrtc?.enumerateDevices?.();
      if (enumerate === undefined) throw new MediaError('MEDIA_UNSUPPORTED', 'Devices cannot be listed here.');
      this.#list = readDevices(await this.#closing.race(enumerate));
      const status = this.#request === undefined ? 'ready' : 'pending';
      this.#snapshots.update({ status, ...this.#list, ...resolveChoices(this.#wanted, this.#list) });
    } catch (error) {
      // Without `navigator.mediaDevices` the call itself throws; devices stay unknown.
      if (!this.#closing.interrupted) this.#snapshots.update({ error: errorInfo(insecure(error)), status: 'ready' });
    }
    return this.getSnapshot();
  }

  async #ask(media: { readonly audio: boolean; readonly video: boolean }): Promise<DevicesSnapshot> {
    const webrtc = this.#webrtc;
    this.#snapshots.update({ status: 'pending' });
    try {
      if (webrtc === undefined) throw new MediaError('MEDIA_UNSUPPORTED', 'There is no WebRTC here.');
      const ids = { audio: this.chosen('audio'), video: this.chosen('video') };
      const exact = { audio: onDevice(media.audio, ids.audio), video: onDevice(media.video, ids.video) };
      const stream = await capture(webrtc, exact, this.#closing).catch((error: unknown) => {
        if (ids.audio === null && ids.video === null) throw error;
        return capture(webrtc, media, this.#closing);
      });
      for (const track of stream.getTracks()) track.stop();
      this.#allow(media, 'granted');
      this.#snapshots.update({ error: null });
      return await this.#enumerate();
    } catch (error) {
      const failure = captureError(error, media);
      if (failure.code === 'MEDIA_DENIED') this.#allow(media, 'denied');
      this.#snapshots.update({ error: errorInfo(failure) });
      throw failure;
    } finally {
      this.#snapshots.update({ status: 'ready' });
    }
  }

  /** What the person just said, for browsers that cannot be asked. */
  #allow({ audio, video }: { readonly audio: boolean; readonly video: boolean }, said: DevicePermission): void {
    const { microphone, camera } = this.getSnapshot().permission;
    const permission = Object.freeze({ microphone: audio ? said : microphone, camera: video ? said : camera });
    this.#snapshots.update({ permission });
  }

  #resolve(): void {
    this.#snapshots.update(resolveChoices(this.#wanted, this.#list));
  }

  #listOf(role: DeviceRole): readonly Device[] {
    const { inputs, cameras, outputs } = this.getSnapshot();
    if (role === 'input') return inputs;
    return role === 'camera' ? cameras : outputs;
  }
}

function insecure(error: unknown): MediaError {
  if (error instanceof MediaError) return error;
  return new MediaError('MEDIA_INSECURE', 'Pages may use devices only when they come over https or localhost.', error);
}
