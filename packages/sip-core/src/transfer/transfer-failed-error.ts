import { SipError } from '../base/errors.ts';

/** The far end tried, and the transfer did not come about; `statusCode` is what the third party answered. */
export class TransferFailedError extends SipError {
  override readonly code = 'TRANSFER_FAILED';

  constructor(target: string, statusCode: number | undefined) {
    const answer = statusCode === undefined ? 'reported no outcome' : `was answered ${statusCode}`;
    super(`The transfer to ${target} ${answer}.`, { statusCode });
  }
}
