import { newTag, randomFraction } from '../base/identifiers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import { METHODS } from './method-table.ts';
import type { MethodUser } from './method-user.ts';
import { ServerRequest } from './server-request.ts';
import type { UserAgentCore } from './user-agent-core.ts';

/**
 * Hands a new request to whom it concerns, or refuses it (RFC 3261 section 8.2 and 12.2.2). Whatever happens, it gets
 * one final response.
 */
export function dispatch(
  core: UserAgentCore,
  message: IncomingRequest,
  transaction: ServerTransaction | undefined,
): void {
  if (transaction === undefined) {
    core.dialogs.find(message)?.usage.receiveAck(message);
    return;
  }
  const localTag = message.toTag ?? newTag(core.platform.random);
  const request = new ServerRequest(message, transaction, localTag, core.sessionIds);
  try {
    if (!refused(core, request)) deliver(core, request);
  } catch (error) {
    core.platform.logger.log('error', 'user-agent', `${message.method} could not be handled`, error);
    request.reply(500);
  }
}

/** The checks of section 8.2 that do not depend on a dialog. */
function refused(core: UserAgentCore, request: ServerRequest): boolean {
  const { message } = request;
  const malformed = message.malformed();
  if (malformed !== undefined) {
    request.reply(400, { reasonPhrase: `Bad ${malformed.header} Header Field` });
    return true;
  }
  if (message.method !== 'INVITE' && message.has('Replaces')) {
    // RFC 3891 section 3: it means nothing there.
    request.reply(400, { reasonPhrase: 'Bad Replaces Header Field' });
    return true;
  }
  if (!core.takes(message.method)) {
    request.reply(405, { headers: [['Allow', core.allow]] });
    return true;
  }
  if (message.requestUri.scheme !== 'sip' && message.requestUri.scheme !== 'sips') {
    request.reply(416);
    return true;
  }
  const unknown = message.require.filter((tag) => !core.optionTags.includes(tag));
  if (unknown.length > 0) {
    request.reply(420, { headers: [['Unsupported', unknown.join(', ')]] });
    return true;
  }
  return false;
}

function deliver(core: UserAgentCore, request: ServerRequest): void {
  const { message } = request;
  if (message.toTag === undefined) {
    const user = core.methods.get(message.method);
    if (user !== undefined) user.receive(request, core);
    else
      request.reply(METHODS.get(message.method)?.needsDialog === true ? 481 : 405, {
        headers: [['Allow', core.allow]],
      });
    return;
  }
  const entry = core.dialogs.find(message);
  if (entry === undefined) {
    if (core.methods.get(message.method)?.makeDialog?.(request) !== true) request.reply(481);
    return;
  }
  if (!entry.dialog.acceptSequence(message)) {
    // Section 12.2.2: lower than what was seen before.
    request.reply(500, { headers: [['Retry-After', String(Math.floor(randomFraction(core.platform.random) * 10))]] });
    return;
  }
  if (core.methods.get(message.method)?.receiveInDialog?.(request) === true) return;
  entry.usage.receive(request, entry.dialog);
}

/** Answers each OPTIONS. */
export const OPTIONS_USER: MethodUser = {
  receive: (request, core) => {
    answerOptions(core, request);
  },
};

/** The answer to OPTIONS, in or out of a dialog (section 11.2). */
export function answerOptions(core: UserAgentCore, request: ServerRequest, statusCode = 200): void {
  const headers: [string, string][] = [
    ['Allow', core.allow],
    ['Accept', 'application/sdp, application/dtmf-relay, application/dtmf, message/sipfrag'],
    ['Accept-Language', 'en'],
  ];
  if (core.supported !== '') headers.push(['Supported', core.supported]);
  request.reply(statusCode, { headers });
}
