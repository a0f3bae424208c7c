import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';

/**
 * Events of a transfer, in either direction. `Context` is the transfer itself.
 *
 * For one of ours, `referRequest...` tells how the REFER was answered and the others what the far end reports; for one
 * we are asked to make, they tell what we answered and how the call goes.
 */
export interface ReferEvents<Context> {
  /** A provisional response to our REFER. */
  readonly referRequestProgress: readonly [context: Context, response: IncomingResponse];
  /** The REFER was accepted; the transfer is still to come. */
  readonly referRequestAccepted: readonly [context: Context, response: IncomingResponse | undefined];
  readonly referRequestRejected: readonly [context: Context, response: IncomingResponse | undefined];
  /** The third party is being called. */
  readonly referProgress: readonly [context: Context];
  /** The third party has answered. */
  readonly referAccepted: readonly [context: Context];
  /** The third party did not answer, or nobody knows. */
  readonly referRejected: readonly [context: Context];
  /** A report of the far end. */
  readonly notify: readonly [request: IncomingRequest];
}
