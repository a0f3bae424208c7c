import { SipError } from '../base/errors.ts';
import type { EndCause } from './end-cause.ts';

/** The session ended before an act was done. `endCause` says why it ended. */
export class SessionEndedError extends SipError {
  override readonly code = 'SESSION_ENDED';
  readonly endCause: EndCause | null;

  constructor(act: string, endCause: EndCause | null) {
    super(`The call ended before it could ${act}.`, { statusCode: endCause?.statusCode ?? undefined });
    this.endCause = endCause;
  }
}
