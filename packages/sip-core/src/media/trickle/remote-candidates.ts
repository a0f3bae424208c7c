import { generationOf, identityOf, type LineCandidates, readCandidates } from './line-candidates.ts';

/** One candidate for the ICE agent; an empty one says that there are no more. */
export interface RemoteCandidate {
  readonly mid: string;
  readonly ufrag: string;
  readonly candidate: string;
}

/** How many m-lines of other generations are kept until their description comes: a few forks with a few lines. */
const MOST_WAITING = 16;
const MOST_KNOWN = 100;

/**
 * The candidates of the far end that come after its description (RFC 8840 section 4.4): each reaches the ICE agent
 * once, in order, and only while the description with its credentials is the one in force. What comes ahead of its
 * description waits for it.
 */
export class RemoteCandidates {
  readonly #add: (candidate: RemoteCandidate) => Promise<void>;
  /** By generation: what the agent has. */
  #known: ReadonlyMap<string, Set<string>> = new Map();
  #waiting: readonly LineCandidates[] = [];

  constructor(add: (candidate: RemoteCandidate) => Promise<void>) {
    this.#add = add;
  }

  /** A description of the far end is in force. */
  async described(sdp: string): Promise<void> {
    const before = this.#known;
    this.#known = new Map(
      readCandidates(sdp).map((line) => {
        const generation = generationOf(line);
        const known = before.get(generation) ?? new Set<string>();
        for (const candidate of line.candidates) known.add(identityOf(candidate));
        return [generation, known];
      }),
    );
    const waiting = this.#waiting;
    this.#waiting = [];
    await this.#take(waiting);
  }

  /** Takes an `application/trickle-ice-sdpfrag`. */
  receive(fragment: string): Promise<void> {
    return this.#take(readCandidates(fragment));
  }

  async #take(lines: readonly LineCandidates[]): Promise<void> {
    for (const line of lines) {
      const generation = generationOf(line);
      const known = this.#known.get(generation);
      if (known !== undefined) {
        await this.#addNew(line, known);
        continue;
      }
      // Every fragment repeats those before it: the last one is enough.
      const others = this.#waiting.filter((other) => generationOf(other) !== generation);
      this.#waiting = [...others, line].slice(-MOST_WAITING);
    }
  }

  async #addNew({ mid, ufrag, candidates, ended }: LineCandidates, known: Set<string>): Promise<void> {
    for (const candidate of candidates) {
      const identity = identityOf(candidate);
      if (known.has(identity) || known.size >= MOST_KNOWN) continue;
      known.add(identity);
      await this.#add({ mid, ufrag, candidate });
    }
    if (!ended || known.has('')) return;
    known.add('');
    await this.#add({ mid, ufrag, candidate: '' });
  }
}
