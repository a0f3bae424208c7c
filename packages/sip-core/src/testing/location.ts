import type { Uri } from '../message/uri.ts';
import type { Clock } from '../platform.ts';
import type { Link } from './link.ts';

/** One way to reach a user: a contact, and the connection it came over. */
export interface Binding {
  /** The contact URI as it was registered. */
  readonly uri: Uri;
  readonly link: Link;
  /** Parameters of the Contact that the registrar gives back, such as `+sip.instance`. */
  readonly params: ReadonlyMap<string, string | null>;
  readonly path: readonly string[];
  readonly callId: string;
  readonly cseq: number;
  /** Milliseconds since the epoch; `Infinity` for the network's own peers. */
  readonly expiresAt: number;
}

/** The location service: who is reachable where (RFC 3261 section 10.1), and which connection a contact lies behind. */
export class Location {
  readonly #clock: Clock;
  readonly #users = new Map<string, Binding[]>();
  /** The connection each contact was last seen on: what a proxy needs for hosts that exist in no DNS (RFC 7118). */
  readonly #links = new Map<string, Link>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The bindings of a user that have not expired. */
  bindings(user: string): readonly Binding[] {
    const now = this.#clock.now();
    const live = (this.#users.get(user) ?? []).filter((binding) => binding.expiresAt > now);
    if (live.length === 0) this.#users.delete(user);
    else this.#users.set(user, live);
    return live;
  }

  /** How many registered bindings there are; the network's own peers do not count. */
  get size(): number {
    let total = 0;
    for (const user of [...this.#users.keys()]) {
      total += this.bindings(user).filter((binding) => binding.link.kind === 'client').length;
    }
    return total;
  }

  /** Adds a binding, or replaces the one with the same contact. */
  bind(user: string, binding: Binding): void {
    const others = this.bindings(user).filter((other) => !other.uri.equals(binding.uri));
    this.#users.set(user, [...others, binding]);
    this.learn(binding.uri, binding.link);
  }

  /** Removes the binding of a contact; without one, all of the user. */
  unbind(user: string, uri?: Uri): void {
    const left = uri === undefined ? [] : this.bindings(user).filter((binding) => !binding.uri.equals(uri));
    if (left.length === 0) this.#users.delete(user);
    else this.#users.set(user, left);
  }

  /** Forgets what lay behind a connection that ended. */
  forget(link: Link): void {
    for (const [user, bindings] of [...this.#users]) {
      const left = bindings.filter((binding) => binding.link !== link);
      if (left.length === 0) this.#users.delete(user);
      else this.#users.set(user, left);
    }
    for (const [key, other] of [...this.#links]) if (other === link) this.#links.delete(key);
  }

  /** Who is registered over a connection; the first, where several are. */
  userOf(link: Link): string | undefined {
    for (const user of [...this.#users.keys()]) {
      if (this.bindings(user).some((binding) => binding.link === link)) return user;
    }
    return undefined;
  }

  /** Notes that a contact lies behind a connection. */
  learn(uri: Uri, link: Link): void {
    this.#links.set(keyOf(uri), link);
  }

  /** The connection a contact lies behind. */
  linkOf(uri: Uri): Link | undefined {
    return this.#links.get(keyOf(uri));
  }
}

function keyOf(uri: Uri): string {
  return `${uri.user ?? ''}@${uri.host}:${String(uri.port ?? '')}`;
}
