import type { Dialog } from '../dialog/dialog.ts';
import type { SentProvisionals } from './sent-provisionals.ts';
import type { SessionContext } from './session-context.ts';

/** 64*T1, in milliseconds. */
const PATIENCE = 32_000;

/**
 * Answers the PRACK to a reliable provisional response that our refusal overtook (RFC 3262 section 3). The call is over
 * by then; its early dialog stays reachable for this alone, for 64*T1.
 */
export function awaitLatePrack(context: SessionContext, dialog: Dialog, provisionals: SentProvisionals): void {
  const { core, platform } = context;
  const forget = (): void => {
    core.dialogs.remove(dialog);
    platform.clock.clearTimeout(timer);
  };
  const timer = platform.clock.setTimeout(forget, PATIENCE);
  core.dialogs.add(dialog, {
    receive(request) {
      const { method, rack } = request.message;
      const known = method === 'PRACK' && rack !== undefined && provisionals.acknowledge(rack) !== undefined;
      request.reply(known ? 200 : 481);
      if (known) forget();
    },
    receiveAck: () => undefined,
  });
}
