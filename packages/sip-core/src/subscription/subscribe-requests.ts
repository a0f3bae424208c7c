import { InvalidValueError } from '../base/errors.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeRequest } from '../message/serialize.ts';
import type { Uri } from '../message/uri.ts';
import { LONGEST_EXPIRES, SHORTEST_INTERVAL } from '../registration/registration-timing.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { type EventId, eventHeader, eventPackage } from './event-id.ts';
import type { SubscriberOptions } from './subscriber-options.ts';

/** Written from the options, not from extra headers. */
const OURS: readonly string[] = ['Event', 'Expires', 'Content-Type'];

/** Writes the SUBSCRIBEs of one subscriber, and keeps them apart in time. */
export class SubscribeRequests {
  readonly event: EventId;
  readonly #core: UserAgentCore;
  readonly #target: Uri;
  readonly #options: SubscriberOptions;
  readonly #lines: readonly (readonly [name: string, value: string])[];
  #expires: number;
  #raised = 0;
  #lastSent = Number.NEGATIVE_INFINITY;

  /** @throws InvalidValueError when a value cannot be sent */
  constructor(core: UserAgentCore, target: Uri, event: EventId, options: SubscriberOptions) {
    const { expires = 3600 } = options;
    if (!Number.isSafeInteger(expires) || expires < 0) throw new InvalidValueError('expires', `${expires} is no time`);
    this.#core = core;
    this.#target = target;
    this.event = event;
    this.#options = options;
    this.#expires = Math.min(expires, 2 ** 32 - 1);
    this.#lines = parseExtraHeaders(options.extraHeaders ?? []);
  }

  /** Seconds that are asked for. */
  get expires(): number {
    return this.#expires;
  }

  /** A SUBSCRIBE outside any dialog, with a Call-ID and a From tag of its own (RFC 6665 section 4.1.2.2). */
  initial(): OutgoingRequest {
    const request = this.#core.newRequest('SUBSCRIBE', this.#target);
    this.prepare(request, this.#expires);
    const { body } = this.#options;
    const line = this.#lines.find(([name]) => name === 'Content-Type');
    const contentType = this.#options.contentType ?? line?.[1] ?? 'text/plain';
    if (body !== undefined && body !== '') request.body = { content: body, contentType };
    serializeRequest(request);
    return request;
  }

  /** Writes what every SUBSCRIBE has. */
  prepare(request: OutgoingRequest, expires: number): void {
    const { headers } = request;
    const accept = this.#options.accept ?? eventPackage(this.event.type).accept;
    headers.set('Event', eventHeader(this.event));
    headers.set('Expires', String(expires));
    headers.set('Contact', this.#core.identity.contact.toString());
    headers.set('Allow', this.#core.allow);
    if (accept.length > 0) headers.set('Accept', accept.join(', '));
    for (const [name, value] of this.#lines) {
      if (!OURS.includes(name)) headers.add(name, value);
    }
  }

  /** Notes that one is sent. */
  note(): void {
    this.#lastSent = this.#core.platform.clock.now();
  }

  /** Milliseconds until another one may be sent, whatever the notifier says. */
  soonest(): number {
    return Math.max(0, this.#lastSent + SHORTEST_INTERVAL - this.#core.platform.clock.now());
  }

  /** A notifier whose minimum keeps growing is not followed for ever. */
  adoptMinExpires(response: IncomingResponse): boolean {
    const least = response.minExpires;
    if (least === undefined || least <= this.#expires || least > LONGEST_EXPIRES || this.#raised >= 3) return false;
    this.#raised += 1;
    this.#expires = least;
    return true;
  }
}
