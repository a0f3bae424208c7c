import type { SessionDescriptionHandler } from '../media/session-description-handler.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import { parts } from '../message/multipart.ts';

/** What a message says about the session: a description, none, or something we cannot read. */
export type SessionBody =
  { readonly kind: 'description'; readonly sdp: string } | { readonly kind: 'none' } | { readonly kind: 'unsupported' };

const NONE: SessionBody = { kind: 'none' };
const UNSUPPORTED: SessionBody = { kind: 'unsupported' };

/**
 * Finds the session description in a message, inside a multipart body too (RFC 5621). A body of another type that may
 * be ignored is none; one that must be understood is unsupported (RFC 3261 section 8.2.3).
 */
export function readSessionBody(message: IncomingMessage, handler: SessionDescriptionHandler): SessionBody {
  if (!message.hasBody) return NONE;
  const encoding = message.header('Content-Encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return UNSUPPORTED;
  const type = message.contentType?.type;
  // A body without a type has always been taken for a description by its first line.
  if (type === undefined) return message.body.startsWith('v=0') ? describe(message.body) : UNSUPPORTED;
  if (handler.hasDescription(type)) return describe(message.body);
  const part = parts(message).find((each) => handler.hasDescription(each.contentType?.type ?? ''));
  if (part !== undefined) return describe(part.text);
  const disposition = message.contentDisposition;
  const optional = disposition?.params.get('handling') === 'optional';
  const aside = disposition !== undefined && disposition.value !== 'session' && disposition.value !== 'early-session';
  return optional || aside ? NONE : UNSUPPORTED;
}

/** Whether the sender says that it takes no session description in return (RFC 3261 section 20.1). */
export function refusesDescriptions(message: IncomingMessage): boolean {
  if (!message.has('Accept')) return false;
  const types = message.values('Accept').map((value) => value.split(';', 1)[0]?.trim().toLowerCase());
  return !types.some((type) => type === 'application/sdp' || type === 'application/*' || type === '*/*');
}

function describe(sdp: string): SessionBody {
  return { kind: 'description', sdp };
}
