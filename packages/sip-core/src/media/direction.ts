import type { MediaDirection } from './session-description-handler.ts';

/** Whether a side that declares this sends. */
export function sends(direction: MediaDirection): boolean {
  return direction === 'sendrecv' || direction === 'sendonly';
}

/** Whether a side that declares this wants to receive. */
export function receives(direction: MediaDirection): boolean {
  return direction === 'sendrecv' || direction === 'recvonly';
}

/** The direction with these two halves. */
export function toDirection(sending: boolean, receiving: boolean): MediaDirection {
  if (sending) return receiving ? 'sendrecv' : 'sendonly';
  return receiving ? 'recvonly' : 'inactive';
}

/**
 * What to answer to an offered direction (RFC 3264 section 6.1): what we wish, as far as the offer leaves room.
 *
 * @param offered - what the other side declared
 * @param wish - what we would declare ourselves
 */
export function answerDirection(offered: MediaDirection, wish: MediaDirection): MediaDirection {
  return toDirection(sends(wish) && receives(offered), receives(wish) && sends(offered));
}

/**
 * What to offer so that the other side is on hold (RFC 3264 section 8.4): `sendonly`, or `inactive` when it holds us
 * too.
 *
 * @param remote - what the other side declared last, if anything
 */
export function holdDirection(remote: MediaDirection | undefined): MediaDirection {
  return remote === 'sendonly' || remote === 'inactive' ? 'inactive' : 'sendonly';
}
