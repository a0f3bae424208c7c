import { InvalidStateError } from '../base/errors.ts';
import { handled } from '../base/promises.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { DescriptionOptions } from './exchange.ts';
import type { ExtensionUse } from './extension-use.ts';
import { untilAccepted } from './glare.ts';
import { OutgoingReinvite } from './outgoing-reinvite.ts';
import type { SessionContext } from './session-context.ts';
import { SessionEndedError } from './session-errors.ts';

/** How an established call is negotiated anew. */
export interface ReinviteOptions extends DescriptionOptions {
  readonly extraHeaders?: readonly string[];
  /** Let the far end make the offer; default false. */
  readonly inviteWithoutSdp?: boolean;
  /** Reliable provisional responses to this re-INVITE (RFC 3262); default `none`. */
  readonly rel100?: ExtensionUse;
  /**
   * Go on with the call when there is no answer, or a 408 from a proxy: after a lost connection the far end may not be
   * back yet. @internal
   */
  readonly keepOnSilence?: boolean;
}

/**
 * Sends a re-INVITE and sees it through (RFC 3261 section 14.1). One that is refused leaves the call and its media as
 * they were; one that crosses another waits its turn and is sent again.
 *
 * @param hold - whether the far end is to be on hold afterwards; unchanged by default
 * @throws ResponseError when it was refused
 * @throws {@link SessionEndedError} when the call ended meanwhile
 */
export async function reinvite(
  context: SessionContext,
  options: ReinviteOptions,
  hold?: () => boolean | undefined,
): Promise<void> {
  const extraHeaders = parseExtraHeaders(options.extraHeaders ?? []);
  const step = { lost: false };
  const done = untilAccepted(context, async () => {
    const turn = await context.negotiation.takeFloor('INVITE', options.inviteWithoutSdp !== true);
    try {
      const dialog = assertEstablished(context);
      const wanted = hold?.();
      if (hold !== undefined && wanted === undefined) return undefined;
      const refusal = await new OutgoingReinvite(context, dialog, turn, options, extraHeaders, wanted).run();
      if (refusal === undefined && wanted !== undefined) context.setLocalHold(wanted);
      step.lost = refusal !== undefined && turn.exchanged;
      return refusal;
    } finally {
      context.offersHold = false;
      turn.finish();
    }
  });
  try {
    await done;
  } finally {
    // RFC 6141 section 3.4: refused after its changes were made, so a new offer brings both sides back to one view.
    if (step.lost && !context.isEnding()) void handled(reinvite(context, {}));
  }
}

function assertEstablished(context: SessionContext): Dialog {
  if (context.isEnding()) throw new SessionEndedError('be changed', context.cause);
  if (context.state === 'Established' && context.dialog !== undefined) return context.dialog;
  throw new InvalidStateError('change the call', context.state);
}
