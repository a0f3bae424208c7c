import type { LazySet } from '../base/lazy-set.ts';
import { Dtmf } from '../dtmf/dtmf.ts';
import type { Uri } from '../message/uri.ts';
import type { SessionContext } from '../session/session-context.ts';
import type { DtmfPart, SessionParts, TransferPart } from '../session/session-parts.ts';
import type { Session } from '../session/session.ts';
import { type TransferOptions, Transfers } from '../transfer/transfers.ts';
import type { UserAgent } from './user-agent.ts';

/** Makes the parts of a call whose rules lie in folders of their own. */
export class CallParts implements SessionParts, TransferOptions {
  readonly autoFollow: boolean;
  readonly #userAgent: UserAgent;

  constructor(userAgent: UserAgent, autoFollow: boolean) {
    this.#userAgent = userAgent;
    this.autoFollow = autoFollow;
  }

  get releases(): LazySet<() => void> {
    return this.#userAgent.releases;
  }

  target(text: string): Uri {
    return this.#userAgent.target(text);
  }

  dtmf(context: SessionContext): DtmfPart {
    return new Dtmf(context);
  }

  transfer(context: SessionContext, session: Session): TransferPart {
    return new Transfers(context, session, this);
  }
}
