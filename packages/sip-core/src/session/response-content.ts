import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ResponseOptions } from '../message/response-to.ts';
import type { TerminateOptions } from './bye.ts';

/** What a provisional response or a refusal carries beyond its status. A description goes before a body given. */
export function responseContent(
  options: TerminateOptions,
  headers: readonly (readonly [string, string])[],
  description?: Body,
): ResponseOptions {
  const extra = parseExtraHeaders(options.extraHeaders ?? []);
  const contentType = extra.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain';
  return {
    reasonPhrase: options.reasonPhrase ?? options.reason_phrase,
    body: description ?? (options.body === undefined ? undefined : { content: options.body, contentType }),
    headers: [...headers, ...extra.filter(([name]) => name.toLowerCase() !== 'content-type')],
  };
}
