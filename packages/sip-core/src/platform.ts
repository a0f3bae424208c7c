import type { PageLife } from './page-life.ts';
import { pageParts } from './page-parts.ts';
import type { PageTabs } from './page-tabs.ts';

/** A running timer, as its clock knows it. */
export type TimerHandle = number | object;

/** The source of time. Virtual in tests. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `callback` after `delay` milliseconds. Any delay up to `Number.MAX_SAFE_INTEGER` is kept. */
  setTimeout(callback: () => void, delay: number): TimerHandle;
  /** Stops a timer; nothing happens when it has fired or `undefined` is given. */
  clearTimeout(handle: TimerHandle | undefined): void;
}

/** The source of identifiers. Must be cryptographic in production: branches and tags are guessed otherwise. */
export interface Random {
  /** Fresh random octets. */
  bytes(length: number): Uint8Array;
}

/** How grave a log line is. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Where the library says what it does. Secrets never reach it. */
export interface Logger {
  log(level: LogLevel, category: string, message: string, detail?: unknown): void;
}

/** A handler property. Written as a method, so that those of the DOM, which take events of their own, fit too. */
type Handler<Event> = { handle(event: Event): void }['handle'] | null;

/** The part of the DOM's WebSocket that the transport uses. */
export interface WebSocketLike {
  binaryType: string;
  readonly protocol: string;
  readonly readyState: number;
  readonly bufferedAmount: number;
  onopen: Handler<unknown>;
  onclose: Handler<{ readonly code: number; readonly reason: string; readonly wasClean: boolean }>;
  onerror: Handler<unknown>;
  onmessage: Handler<{ readonly data: unknown }>;
  send(data: string): void;
  close(code?: number, reason?: string): void;
}

/** What the page may do with a microphone or camera; `unknown` where the browser does not say. */
export type DevicePermission = PermissionState | 'unknown';

/**
 * WebRTC as the default media handler needs it. The optional parts carry what goes beyond a plain call: without one, what
 * rests on it is not there, and says so.
 */
export interface WebRtcPlatform {
  createPeerConnection(configuration: RTCConfiguration): RTCPeerConnection;
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  createMediaStream(tracks?: readonly MediaStreamTrack[]): MediaStream;
  /** Asks for a screen, window or tab to share. */
  getDisplayMedia?(options: DisplayMediaStreamOptions): Promise<MediaStream>;
  /** Lists devices without a prompt; labels and ids are empty until the page may use one. */
  enumerateDevices?(): Promise<readonly MediaDeviceInfo[]>;
  /**
   * Tells of devices that come and go.
   *
   * @returns a function that ends the watch
   */
  watchDevices?(listener: () => void): () => void;
  /**
   * Tells what the page may use, now and after each change, without a prompt.
   *
   * @returns a function that ends the watch
   */
  watchPermission?(device: 'microphone' | 'camera', listener: (permission: DevicePermission) => void): () => void;
  /** Whether sound can be sent to a device of choice: told by the method's presence, not by the browser's name. */
  canSelectOutput?(): boolean;
  /** The codecs this browser can receive. */
  codecs?(kind: 'audio' | 'video'): readonly RTCRtpCodec[];
  createAudioContext?(options?: AudioContextOptions): AudioContext;
  createAudioElement?(): HTMLAudioElement;
  createRecorder?(stream: MediaStream, options: MediaRecorderOptions): MediaRecorder;
  /** Whether a recorder can write this format. */
  canRecord?(mimeType: string): boolean;
}

/** A small text store that outlives the page, such as `sessionStorage`. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What the device says of its network and of the page. */
export interface NetworkWatch {
  /** Whether the device believes to have a network. */
  online(): boolean;
  /** Whether somebody may be looking: a page that is shown comes back sooner than one that is not. */
  visible?(): boolean;
  /**
   * @param listener - told `online` and `offline` as the network comes and goes, `visible` when the page is shown again,
   * `awake` when it goes on after the device slept or the browser froze it
   * @returns a function that ends the watch
   */
  watch(listener: (event: 'online' | 'offline' | 'visible' | 'awake') => void): () => void;
}

/**
 * Everything the library takes from its surroundings. Browsers need none of it passed; tests, Node and React Native
 * replace what they have their own of.
 *
 * @example
 * ```ts
 * const platform = { ...browserPlatform(), clock: new VirtualClock() };
 * ```
 */
export interface Platform {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly createWebSocket?: (url: string, protocols: string) => WebSocketLike;
  readonly webrtc?: WebRtcPlatform;
  readonly storage?: TextStorage;
  /** Where what a person chose is kept between visits, such as `localStorage`. */
  readonly preferences?: TextStorage;
  readonly network?: NetworkWatch;
  /** When the page comes and goes. Without it calls are neither hung up nor kept when it closes. */
  readonly page?: PageLife;
  /** The other pages of this origin. Without it a shared user agent is alone. */
  readonly tabs?: PageTabs;
}

/** The longest delay that a 32-bit timer keeps; longer ones fire at once. */
const LONGEST_TIMER = 0x7fff_ffff;

/** The clock of the machine. Delays beyond 2^31-1 ms are kept by arming again. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    setTimeout(callback, delay) {
      if (delay <= LONGEST_TIMER) return setTimeout(callback, Math.max(delay, 0));
      const timer: { id: ReturnType<typeof setTimeout> | undefined } = { id: undefined };
      const arm = (left: number): void => {
        const step = Math.min(Math.max(left, 0), LONGEST_TIMER);
        timer.id = setTimeout(() => {
          if (left > step) arm(left - step);
          else callback();
        }, step);
      };
      arm(delay);
      return timer;
    },
    clearTimeout(handle) {
      const timer = typeof handle === 'object' && 'id' in handle ? handle.id : handle;
      clearTimeout(timer as ReturnType<typeof setTimeout> | undefined);
    },
  };
}

/** Random octets from the Web Crypto API, which browsers and Node 20 both have. */
export function systemRandom(): Random {
  return { bytes: randomOctets };
}

/** How many random octets are asked for at once. */
const POOL = 1024;
/** What has been asked for and not handed out; all phones of a page draw from it. */
let pool: Uint8Array | undefined;
let used = 0;

function randomOctets(length: number): Uint8Array {
  // Asking costs more than the octets do; what was handed out is never handed out again.
  if (length > POOL) return crypto.getRandomValues(new Uint8Array(length));
  if (pool === undefined || used + length > POOL) {
    pool = crypto.getRandomValues(new Uint8Array(POOL));
    used = 0;
  }
  const octets = pool.slice(used, used + length);
  pool.fill(0, used, used + length);
  used += length;
  return octets;
}

/** Writes to the console from a given level on; `silent` writes nothing. */
export function consoleLogger(level: LogLevel | 'silent' = 'warn'): Logger {
  const order: readonly string[] = ['silent', 'error', 'warn', 'info', 'debug'];
  const limit = order.indexOf(level);
  return {
    log(lineLevel, category, message, detail) {
      if (order.indexOf(lineLevel) > limit) return;
      const line = `[hookswitch] ${category}: ${message}`;
      if (detail === undefined) console[lineLevel](line);
      else console[lineLevel](line, detail);
    },
  };
}

/**
 * The platform of the page or of Node, as far as it has each part. Reads the globals when called, not at import.
 *
 * @example
 * ```ts
 * const ua = new UA({ uri: 'alice@example.com', platform: { ...browserPlatform(), logger: myLogger } });
 * ```
 */
export function browserPlatform(): Platform {
  return { ...plainPlatform(), ...pageParts() };
}

/** The same without what only a phone needs that outlives its connection or its page. */
export function plainPlatform(): Platform {
  // The same for all phones of a page.
  system ??= { clock: systemClock(), random: systemRandom(), logger: consoleLogger() };
  const storage = storageOf(() => (typeof sessionStorage === 'undefined' ? undefined : sessionStorage));
  // Node has a global of this name that warns when it is read; only a page's is meant.
  const preferences = storageOf(() => (typeof document === 'undefined' ? undefined : localStorage));
  return {
    clock: system.clock,
    random: system.random,
    logger: system.logger,
    ...(typeof WebSocket === 'undefined' ? {} : { createWebSocket: (url, protocols) => new WebSocket(url, protocols) }),
    ...(typeof RTCPeerConnection === 'undefined' ? {} : { webrtc: browserWebRtc() }),
    ...(storage === undefined ? {} : { storage }),
    ...(preferences === undefined ? {} : { preferences }),
  };
}

let system: Pick<Platform, 'clock' | 'random' | 'logger'> | undefined;

/** Reading the store throws where the visitor blocks cookies, or the page is in a sandboxed frame. */
function storageOf(read: () => TextStorage | undefined): TextStorage | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function browserWebRtc(): WebRtcPlatform {
  return {
    createPeerConnection: (configuration) => new RTCPeerConnection(configuration),
    getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
    createMediaStream: (tracks = []) => new MediaStream([...tracks]),
    getDisplayMedia: (options) => navigator.mediaDevices.getDisplayMedia(options),
    enumerateDevices: () => navigator.mediaDevices.enumerateDevices(),
    watchDevices,
    watchPermission,
    canSelectOutput: () => typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype,
    codecs: (kind) => RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [],
    createAudioContext: (options) => new AudioContext(options),
    createAudioElement: () => new Audio(),
    createRecorder: (stream, options) => new MediaRecorder(stream, options),
    canRecord: (mimeType) => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(mimeType),
  };
}

function watchDevices(listener: () => void): () => void {
  // Missing on pages that came over plain http.
  const devices = 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;
  devices?.addEventListener('devicechange', listener);
  return () => {
    devices?.removeEventListener('devicechange', listener);
  };
}

function watchPermission(
  device: 'microphone' | 'camera',
  listener: (permission: DevicePermission) => void,
): () => void {
  const watch: { status?: PermissionStatus; over: boolean } = { over: false };
  const tell = (): void => {
    listener(watch.status?.state ?? 'unknown');
  };
  const ask = async (): Promise<void> => {
    try {
      // Not every browser knows this name, and some have no such interface at all.
      const status = await navigator.permissions.query({ name: device });
      if (watch.over) return;
      watch.status = status;
      status.addEventListener('change', tell);
    } catch {
      if (watch.over) return;
    }
    tell();
  };
  void ask();
  return () => {
    watch.over = true;
    watch.status?.removeEventListener('change', tell);
  };
}
