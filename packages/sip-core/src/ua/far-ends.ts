import type { Session } from '../session/session.ts';
import { FarEndWatch } from './far-end-watch.ts';
import type { UserAgent } from './user-agent.ts';

/** Watches the far ends of all answered calls; see {@link FarEndWatch}. */
export class FarEnds {
  readonly #stop: () => void;

  /** @param timeout - milliseconds; 0 watches none */
  constructor(userAgent: UserAgent, timeout: number) {
    const watch = (session: Session): void => {
      const begin = (): void => {
        const { context } = session;
        if (context.state === 'Established') context.atEnd(new FarEndWatch(session, timeout).start());
      };
      if (session.state === 'Established') begin();
      else session.context.events.on('stateChange', begin);
    };
    this.#stop = timeout === 0 ? () => undefined : userAgent.events.on('session', watch);
  }

  dispose(): void {
    this.#stop();
  }
}
