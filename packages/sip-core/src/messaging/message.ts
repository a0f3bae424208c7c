import type { SipError } from '../base/errors.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { causeOfRequestError } from '../session/cause-of.ts';
import { CLASSIC_CAUSES } from '../session/end-cause.ts';
import { ClientContext } from '../user-agent/client-context.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';

/** The classic word for why a request outside a session failed. */
export function causeWord(error: SipError | undefined): string {
  return error?.code === 'CANCELED' ? CLASSIC_CAUSES.CANCELED : causeOfRequestError(error);
}

/** What a {@link Message} is made from. */
export interface MessageParts<Owner> {
  readonly core: UserAgentCore;
  readonly ua: Owner;
  readonly request: OutgoingRequest;
  readonly gate: (send: () => Promise<unknown>) => void;
}

/**
 * A text we send (RFC 3428): a {@link ClientContext} that can be awaited. A 200 says that it arrived at the other
 * phone, though not that anybody read it; a 202 that somebody keeps it for them (section 7).
 *
 * @example
 * ```ts
 * const message = ua.message('bob', 'Lunch?');
 * message.on('failed', (response, cause) => mark(message.body, cause));
 * await message;
 * ```
 */
export class Message<Owner = unknown> extends ClientContext<Owner> {
  readonly direction = 'outgoing' as const;
  readonly body: string;
  readonly contentType: string;

  /** @internal */
  constructor(parts: MessageParts<Owner>) {
    super({ ...parts, causeOf: causeWord });
    const { body } = parts.request;
    this.body = typeof body?.content === 'string' ? body.content : '';
    this.contentType = body?.contentType ?? '';
  }
}
