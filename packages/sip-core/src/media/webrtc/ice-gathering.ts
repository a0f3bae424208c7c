import type { Clock, TimerHandle } from '../../platform.ts';
import type { Interruption } from '../interruption.ts';

/** The part of a peer connection that gathering is watched by. */
export type GatheringSource = Pick<
  RTCPeerConnection,
  'iceGatheringState' | 'localDescription' | 'addEventListener' | 'removeEventListener'
>;

/** Which servers a configuration names; they decide what is worth waiting for. */
export interface IceServers {
  readonly stun: boolean;
  readonly turn: boolean;
}

/** When candidates came, in milliseconds since the epoch. */
interface FoundCandidates {
  /** The last one. */
  lastAt?: number | undefined;
  reflexiveAt?: number | undefined;
  relayAt?: number | undefined;
}

/** What gathering brought so far. */
export interface GatheringProgress extends Readonly<FoundCandidates> {
  readonly startedAt: number;
}

/** Host candidates come in one burst; after this long without another, there is none. */
const HOST_QUIET = 30;
/** The same for candidates that need a server. */
const SERVER_QUIET = 100;
/** How long a server gets to say its first word before the host candidates go alone. */
const SERVER_PATIENCE = 250;

/**
 * When to stop waiting, as time stands: the gathering itself goes on, and what it finds later still serves as a local
 * candidate, since the far end learns it from our checks (RFC 8445 section 7.3.1.3).
 *
 * - No servers: 30 ms after the last host candidate. Chromium has every UDP one within a few milliseconds; what it
 *   waits for then are TCP ones, which nobody who answers SIP connects to.
 * - Servers: 100 ms after the last candidate once the best kind came, a relay where there is TURN. A relay takes twice
 *   the round trips of a reflexive candidate, so it gets as long again as the first of those took.
 * - Servers that say nothing for 250 ms are not waited for when there is a host candidate.
 * - In any case `timeout` after the start.
 */
export function gatheringDeadline(progress: GatheringProgress, servers: IceServers, timeout: number): number {
  const { startedAt, lastAt, reflexiveAt, relayAt } = progress;
  const limit = startedAt + timeout;
  if (lastAt === undefined) return limit;
  if (!servers.stun && !servers.turn) return Math.min(limit, lastAt + HOST_QUIET);
  if (relayAt !== undefined || (reflexiveAt !== undefined && !servers.turn)) {
    return Math.min(limit, lastAt + SERVER_QUIET);
  }
  if (reflexiveAt !== undefined) {
    return Math.min(limit, reflexiveAt + Math.max(SERVER_QUIET, reflexiveAt - startedAt));
  }
  return Math.min(limit, startedAt + SERVER_PATIENCE);
}

/** Which servers a configuration names. */
export function iceServers(configuration: RTCConfiguration): IceServers {
  const urls = (configuration.iceServers ?? []).flatMap((server) => server.urls);
  return {
    stun: urls.some((url) => /^stuns?:/i.test(url)),
    turn: urls.some((url) => /^turns?:/i.test(url)),
  };
}

/** Watches the gathering of one peer connection and says when a description is good enough to be sent. */
export class IceGathering {
  readonly #source: GatheringSource;
  readonly #servers: IceServers;
  readonly #clock: Clock;
  readonly #watchers = new Set<() => void>();
  /** The state still says `complete` of the gathering before. */
  #stale = false;
  #startedAt: number | undefined;
  #found: FoundCandidates = {};

  constructor(source: GatheringSource, servers: IceServers, clock: Clock) {
    this.#source = source;
    this.#servers = servers;
    this.#clock = clock;
    source.addEventListener('icecandidate', this.#onCandidate);
    source.addEventListener('icegatheringstatechange', this.#onState);
  }

  /** A gathering from the beginning follows, that of an ICE restart. */
  restart(): void {
    this.#stale = this.#source.iceGatheringState === 'complete';
    this.#startedAt = undefined;
    this.#found = {};
  }

  /**
   * Waits until the local description is good enough; see {@link gatheringDeadline}. To be called once it is set.
   *
   * @param timeout - milliseconds since the gathering began; 0 does not wait at all
   * @param all - wait for the end of gathering, or `timeout`
   */
  async wait(timeout: number, all: boolean, interruption: Interruption): Promise<void> {
    this.#startedAt ??= this.#clock.now();
    const started = this.#startedAt;
    let timer: TimerHandle | undefined;
    let watch: (() => void) | undefined;
    const ready = new Promise<void>((resolve) => {
      watch = () => {
        this.#clock.clearTimeout(timer);
        const left = this.#left(started, timeout, all);
        if (left <= 0) resolve();
        else timer = this.#clock.setTimeout(() => watch?.(), left);
      };
      this.#watchers.add(watch);
      watch();
    });
    try {
      await interruption.race(ready);
    } finally {
      this.#clock.clearTimeout(timer);
      if (watch !== undefined) this.#watchers.delete(watch);
    }
  }

  /** Ends the watch. */
  stop(): void {
    this.#source.removeEventListener('icecandidate', this.#onCandidate);
    this.#source.removeEventListener('icegatheringstatechange', this.#onState);
  }

  #left(startedAt: number, timeout: number, all: boolean): number {
    if (this.#source.iceGatheringState === 'complete' && !this.#stale) return 0;
    const progress = { startedAt, ...this.#found };
    const deadline = all ? startedAt + timeout : gatheringDeadline(progress, this.#servers, timeout);
    return deadline - this.#clock.now();
  }

  readonly #onCandidate = (event: RTCPeerConnectionIceEvent): void => {
    if (event.candidate === null || this.#isOld(event.candidate)) return;
    const { type, protocol } = event.candidate;
    const now = this.#clock.now();
    const found = this.#found;
    this.#stale = false;
    // TCP ones are stragglers: they must not make the others wait (see the rule above).
    if (protocol !== 'tcp' || found.lastAt === undefined) found.lastAt = now;
    if (type === 'srflx' || type === 'prflx') found.reflexiveAt ??= now;
    if (type === 'relay') found.relayAt ??= now;
    this.#look();
  };

  readonly #onState = (): void => {
    if (this.#source.iceGatheringState === 'gathering') this.#stale = false;
    this.#look();
  };

  /** Whether a candidate belongs to credentials that an ICE restart has replaced. */
  #isOld({ usernameFragment }: RTCIceCandidate): boolean {
    const sdp = this.#source.localDescription?.sdp;
    if (sdp === undefined || usernameFragment === null) return false;
    return !sdp.includes(`a=ice-ufrag:${usernameFragment}`);
  }

  #look(): void {
    for (const watch of [...this.#watchers]) watch();
  }
}
