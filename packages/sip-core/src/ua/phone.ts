import type { Registerer } from '../registration/registerer.ts';
import type { Configuration } from './configuration.ts';
import type { UASnapshot } from './ua-snapshot.ts';
import type { UserAgent } from './user-agent.ts';

/** What the parts of a phone know of it; `UA` is one. */
export interface Phone {
  readonly configuration: Configuration;
  readonly userAgent: UserAgent;
  readonly registerer: Registerer;
  /** Whether it is to be registered whenever connected: requests of the far end find it only then. */
  readonly wantsRegistration: boolean;
  getSnapshot(): UASnapshot;
  start(): Promise<void>;
  stop(): Promise<void>;
}
