import type { Observer } from '../base/emitter.ts';
import type { Session } from '../session/session.ts';
import { FarEndWatch } from './far-end-watch.ts';
import type { UserAgent, UserAgentEvents } from './user-agent.ts';

/** Watches the far ends of all answered calls; see {@link FarEndWatch}. */
export class FarEnds implements Observer<UserAgentEvents> {
  readonly #userAgent: UserAgent;
  readonly #timeout: number;

  /** @param timeout - milliseconds; 0 watches none */
  constructor(userAgent: UserAgent, timeout: number) {
    this.#userAgent = userAgent;
    this.#timeout = timeout;
    if (timeout > 0) userAgent.events.watch(this);
  }

  onSession(session: Session): void {
    const begin = (): void => {
      const { context } = session;
      if (context.state === 'Established') context.atEnd(new FarEndWatch(session, this.#timeout).start());
    };
    if (session.state === 'Established') begin();
    else session.context.events.on('stateChange', begin);
  }

  dispose(): void {
    this.#userAgent.events.unwatch(this);
  }
}
