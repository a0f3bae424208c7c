import { type RemoteCandidate, RemoteCandidates } from '../media/trickle/remote-candidates.ts';
import { type Gathered, localCandidates } from '../media/trickle/local-candidates.ts';
import { takesTrickle } from '../media/trickle/line-candidates.ts';
import type { LocalCandidates, MediaHost } from '../media/session-description-handler.ts';
import type { TimerHandle } from '../platform.ts';
import { type FakeDescription, writeFakeDescription } from './fake-description.ts';

/** ICE candidates found at given times, and those of the far end: trickle ICE without ICE. */
export class FakeGathering {
  readonly #host: MediaHost;
  /** Milliseconds after the start at which each candidate is found. */
  readonly #times: readonly number[];
  /** Candidates of the far end as they reached the agent, oldest first. */
  readonly added: RemoteCandidate[] = [];
  readonly #remote = new RemoteCandidates((candidate) => {
    this.added.push(candidate);
    return Promise.resolve();
  });
  #timers: TimerHandle[] = [];
  #startedAt = 0;
  #generation = -1;
  #found = 0;
  #remoteSdp = '';
  #made: FakeDescription | undefined;
  #sent: Gathered = { sdp: '', complete: false };

  constructor(host: MediaHost, times: readonly number[]) {
    this.#host = host;
    this.#times = times;
  }

  /** Begins to gather for a description, unless that was begun. @returns milliseconds the description is to wait */
  begin(made: FakeDescription, trickle: boolean): number {
    const { clock } = this.#host.platform;
    this.#made = made;
    if (made.iceGeneration !== this.#generation) {
      this.stop();
      this.#generation = made.iceGeneration;
      this.#startedAt = clock.now();
      this.#found = 0;
      this.#timers = this.#times.map((time) =>
        clock.setTimeout(() => {
          this.#found += 1;
          this.#host.candidatesChanged?.();
        }, time),
      );
    }
    if (trickle && takesTrickle(this.#remoteSdp)) return 0;
    return Math.max(0, this.#startedAt + Math.max(...this.#times) - clock.now());
  }

  /** The description as it stands now. */
  get gathered(): Gathered {
    const made = this.#made;
    if (made === undefined) return { sdp: '', complete: false };
    const candidates = this.#times
      .slice(0, this.#found)
      .map((_, at) => `candidate:${at + 1} 1 udp ${2_000_000 - at} 192.0.2.${made.sessionId} ${50_000 + at} typ host`);
    return { sdp: writeFakeDescription({ ...made, candidates }), complete: this.#found === this.#times.length };
  }

  /** What there is to tell. */
  get local(): LocalCandidates | undefined {
    return localCandidates(this.gathered, this.#sent);
  }

  /** A description is handed out. */
  handOut(sent: Gathered): void {
    this.#sent = sent;
  }

  /** A description of the far end is in force. */
  described(sdp: string): Promise<void> {
    this.#remoteSdp = sdp;
    return this.#remote.described(sdp);
  }

  /** Takes candidates of the far end. */
  receive(fragment: string): Promise<void> {
    return this.#remote.receive(fragment);
  }

  /** Ends the gathering. */
  stop(): void {
    for (const timer of this.#timers) this.#host.platform.clock.clearTimeout(timer);
    this.#timers = [];
  }
}
