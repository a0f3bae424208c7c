import type { Interruption } from './interruption.ts';
import type { SessionDescriptionHandlerModifier } from './session-description-handler.ts';

/** A description after all that was asked to change it. */
export async function modified(
  description: RTCSessionDescriptionInit,
  modifiers: readonly SessionDescriptionHandlerModifier[],
  interruption: Interruption,
): Promise<string> {
  let current = description;
  for (const modifier of modifiers) current = await interruption.race(modifier(current));
  return current.sdp ?? '';
}
