import { newTag } from '../base/identifiers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { responseTo, responseToFailure } from '../message/response-to.ts';
import { parseMessage } from '../message/parse-message.ts';
import { serializeResponse } from '../message/serialize.ts';
import type { Random } from '../platform.ts';
import type { AnswerScript, ServerAnswer } from './answer-script.ts';
import type { CallLedger } from './call-ledger.ts';
import type { Link } from './link.ts';
import type { Location } from './location.ts';
import { MessageText } from './message-text.ts';
import type { Proxy } from './proxy.ts';
import type { Registrar } from './registrar.ts';
import type { Router } from './router.ts';
import type { StateServer } from './state-server.ts';

/** The parts a server is made of. */
export interface SipServerParts {
  readonly random: Random;
  readonly location: Location;
  readonly registrar: Registrar;
  readonly proxy: Proxy;
  readonly router: Router;
  readonly script: AnswerScript;
  readonly ledger: CallLedger;
  /** Where states of people are told, when the network has such a server. */
  readonly state: () => StateServer | undefined;
}

/** Takes what comes in over all connections, and gives each message to the part that deals with it. */
export class SipServer {
  /** Whether double line breaks are answered with a single one (RFC 7118 has pings; RFC 5626 section 3.5.1 has these). */
  pong = true;
  readonly #parts: SipServerParts;

  constructor(parts: SipServerParts) {
    this.#parts = parts;
  }

  receive(link: Link, text: string): void {
    if (/^[\r\n]*$/.test(text)) {
      if (this.pong && text === '\r\n\r\n') link.sendToClient('\r\n');
      return;
    }
    const parsed = parseMessage(text);
    if (!parsed.ok) {
      const refusal = responseToFailure(parsed.failure);
      if (refusal !== undefined) link.sendToClient(serializeResponse(refusal));
      return;
    }
    const { message } = parsed;
    const contact = message.contacts[0];
    if (contact !== undefined && !this.#parts.router.isOurs(contact.uri)) this.#parts.location.learn(contact.uri, link);
    if (message.kind === 'response') {
      this.#parts.ledger.note(message);
      this.#parts.state()?.calls.note(message);
      this.#parts.proxy.response(message, text);
    } else {
      this.#request(link, message, text);
    }
  }

  #request(link: Link, request: IncomingRequest, text: string): void {
    const { proxy, registrar, router, script } = this.#parts;
    const scripted = link.kind === 'client' ? script.take(request, link.user) : undefined;
    if (scripted !== undefined) {
      proxy.answer(link, request, text, () => this.#scripted(request, scripted));
    } else if (request.method === 'REGISTER') {
      proxy.answer(link, request, text, () => serializeResponse(registrar.answer(link, request)));
      this.#parts.state()?.changed(request.to.uri.user ?? '', 'presence');
    } else if (
      request.method === 'OPTIONS' &&
      request.requestUri.user === undefined &&
      router.isOurs(request.requestUri)
    ) {
      proxy.answer(link, request, text, () =>
        this.#scripted(request, { statusCode: 200, headers: ['Accept: application/sdp'] }),
      );
    } else {
      const redirected = this.#parts.state()?.redirect(request, text);
      const parsed = redirected === undefined ? undefined : parseMessage(redirected);
      if (redirected !== undefined && parsed?.ok === true && parsed.message.kind === 'request') {
        proxy.request(link, request, text, { request: parsed.message, raw: redirected });
      } else proxy.request(link, request, text);
    }
  }

  #scripted(request: IncomingRequest, answer: ServerAnswer): string | undefined {
    if (answer === 'silence') return undefined;
    const response = responseTo(request, answer.statusCode, {
      toTag: newTag(this.#parts.random),
      ...(answer.reason === undefined ? {} : { reasonPhrase: answer.reason }),
    });
    if (answer.headers === undefined) return serializeResponse(response);
    const text = MessageText.parse(serializeResponse(response));
    text.complete({ headers: answer.headers });
    return text.toString();
  }
}
