import type { Clock, Random } from '../platform.ts';
import type { Account } from './accounts.ts';
import type { DigestOptions } from './digest-gate.ts';
import type { ProxyOptions } from './proxy.ts';
import type { RegistrarOptions } from './registrar.ts';
import type { RobotMediaFactory } from './robots/robot-media.ts';

/** A clock, and what a virtual one can do beyond. */
export interface NetworkClock extends Clock {
  run?(ms: number): Promise<void>;
  runUntil?(condition: () => boolean, limit?: number): Promise<boolean>;
}

/** How a network is set up; everything may be left out. */
export interface FakeNetworkOptions {
  /** Default: the machine's clock. Give a `VirtualClock` for tests that need not wait. */
  readonly clock?: NetworkClock;
  /** Default: cryptographic. Give `seededRandom()` for tests that repeat themselves exactly. */
  readonly random?: Random;
  /** Default `example.com`. */
  readonly domain?: string;
  /** Default: alice, bob and carol; see `defaultAccounts`. */
  readonly accounts?: readonly Account[];
  /** Milliseconds each message takes, or a function asked for each; default 0. */
  readonly latency?: number | (() => number);
  readonly digest?: DigestOptions;
  readonly registrar?: RegistrarOptions;
  readonly proxy?: ProxyOptions;
  /** Whether extensions 600 to 606 exist; default true. */
  readonly robots?: boolean;
  /** Whether a server tells of presence, calls and mailboxes to who subscribes; default false. */
  readonly states?: boolean;
  /** Sound of the robots; default descriptions that fit, and silence. */
  readonly robotMedia?: RobotMediaFactory;
  /** Messages the trace keeps; default 5000. */
  readonly traceLimit?: number;
}

/** What is alive; all zero when everything was cleaned up. */
export interface NetworkCounts {
  /** Connections of clients. */
  readonly sockets: number;
  /** Registered contacts. */
  readonly bindings: number;
  /** Transactions at the proxy; an answered INVITE stays for 32 s, as repeated 2xx may come. */
  readonly transactions: number;
  /** Calls that were answered and not hung up. */
  readonly dialogs: number;
  /** Calls at robots. */
  readonly robotCalls: number;
}
