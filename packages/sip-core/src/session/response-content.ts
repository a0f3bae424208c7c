import { InvalidValueError } from '../base/errors.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ResponseOptions } from '../message/response-to.ts';
import type { TerminateOptions } from './bye.ts';

/**
 * What a provisional response or a refusal carries beyond its status. A description goes before a body given.
 *
 * @throws InvalidValueError for a header line that cannot be sent, or a Contact that is no address
 */
export function responseContent(
  options: TerminateOptions,
  headers: readonly (readonly [string, string])[],
  description?: Body,
): ResponseOptions {
  const extra = parseExtraHeaders(options.extraHeaders ?? []);
  for (const [name, value] of headers) {
    if (name === 'Contact' && NameAddr.parse(value) === undefined)
      throw new InvalidValueError('contacts', `${JSON.stringify(value)} is no address`);
  }
  const contentType = extra.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain';
  return {
    reasonPhrase: options.reasonPhrase ?? options.reason_phrase,
    body: description ?? (options.body === undefined ? undefined : { content: options.body, contentType }),
    headers: [...headers, ...extra.filter(([name]) => name.toLowerCase() !== 'content-type')],
  };
}
