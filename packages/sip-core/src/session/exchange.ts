import type {
  SessionDescriptionHandlerModifier,
  SessionDescriptionHandlerOptions,
} from '../media/session-description-handler.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { SessionContext } from './session-context.ts';

/** Options and modifiers of one description. */
export interface DescriptionOptions {
  readonly sessionDescriptionHandlerOptions?: SessionDescriptionHandlerOptions;
  readonly sessionDescriptionHandlerModifiers?: readonly SessionDescriptionHandlerModifier[];
}

/** Makes our description: an answer when their offer waits for one, an offer otherwise (RFC 3264). */
export async function describe(context: SessionContext, options: DescriptionOptions): Promise<Body> {
  const modifiers = options.sessionDescriptionHandlerModifiers ?? [];
  const same: SessionDescriptionHandlerModifier = (description) =>
    Promise.resolve({ ...description, sdp: withSameOrigin(description.sdp ?? '', context.lastDescription) });
  const given = options.sessionDescriptionHandlerOptions;
  const media = context.trickle.describing(options) ? { ...given, trickle: true } : given;
  const { body, contentType } = await context.handler.getDescription(media, [...modifiers, same]);
  context.lastDescription = body;
  return { content: body, contentType };
}

/** Shows whether the offer that opens a call asks for a picture. */
export function noteOffer(context: SessionContext, sdp: string): void {
  if (context.handler.offersVideo?.(sdp) === true) context.snapshots.update({ offersVideo: true });
}

/** Takes their description. */
export function takeDescription(context: SessionContext, sdp: string, options: DescriptionOptions): Promise<void> {
  return context.handler.setDescription(
    sdp,
    options.sessionDescriptionHandlerOptions,
    options.sessionDescriptionHandlerModifiers,
  );
}

/** Takes their offer and makes our answer; rolls back when there is none to make. */
export async function answerOffer(context: SessionContext, sdp: string, options: DescriptionOptions): Promise<Body> {
  try {
    await takeDescription(context, sdp, options);
    return await describe(context, options);
  } catch (error) {
    context.platform.logger.log('info', 'session', 'an offer was refused', error);
    await rollBack(context);
    throw error;
  }
}

/** Takes back an offer that was refused or given up, ours or theirs; the media stay as they were (RFC 8829 5.7). */
export async function rollBack(context: SessionContext): Promise<void> {
  if (context.isEnded()) return;
  try {
    await context.handler.rollbackDescription();
  } catch (error) {
    context.platform.logger.log('warn', 'session', 'rollback failed', error);
  }
}

const ORIGIN = /^o=(\S+ \S+) (\d+)(.*)$/m;

/**
 * RFC 3264 section 8: a description that did not change keeps its version, and one that did is the next version of the
 * same session, though other media have made it, as after the reload of a page.
 */
function withSameOrigin(sdp: string, last: string | undefined): string {
  const [origin, session, version = '0', where = ''] = ORIGIN.exec(last ?? '') ?? [];
  if (origin === undefined) return sdp;
  const repeated = sdp.replace(ORIGIN, () => origin);
  if (repeated === last) return repeated;
  const [, newSession, newVersion = '0'] = ORIGIN.exec(sdp) ?? [];
  if (newSession === session && BigInt(newVersion) > BigInt(version)) return sdp;
  return sdp.replace(ORIGIN, () => `o=${String(session)} ${BigInt(version) + 1n}${where}`);
}
