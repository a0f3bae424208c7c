import { SipError } from '../base/errors.ts';

/** A SUBSCRIBE was accepted, and no NOTIFY came within 64*T1 (RFC 6665 section 4.1.2.4). */
export class NoNotifyError extends SipError {
  override readonly code = 'NO_NOTIFY';

  constructor() {
    super('The subscription was accepted, but its state never came.', { statusCode: 408, retryable: true });
  }
}
