import { type ReplyOptions, ServerContext } from '../user-agent/server-context.ts';

/**
 * A text that came in (RFC 3428). It is accepted with 200 unless a listener answers it, or says with `progress()` that
 * it will. Who sent it is only what From says: ask the server to vouch for it (P-Asserted-Identity) before it matters.
 *
 * @example
 * ```ts
 * ua.on('message', (message) => {
 *   if (message.contentType !== 'text/plain') message.reject({ statusCode: 415 });
 *   else show(message.remoteIdentity, message.body);
 * });
 * ```
 */
export class InboundMessage<Owner = unknown> extends ServerContext<Owner> {
  readonly direction = 'incoming' as const;

  /** Whether it came within a dialog, such as that of a call. */
  get inDialog(): boolean {
    return this.request.toTag !== undefined;
  }

  /** Accepts. The response has no body (RFC 3428 section 7). */
  override accept(options: Omit<ReplyOptions, 'body' | 'contentType'> = {}): this {
    return super.accept({ ...options, body: undefined });
  }

  override reject(options: ReplyOptions = {}): this {
    const statusCode = options.statusCode ?? options.status_code;
    const hasAccept = options.extraHeaders?.some((line) => /^accept\s*:/i.test(line)) ?? false;
    if (statusCode !== 415 || hasAccept) return super.reject(options);
    // RFC 3261 section 21.4.13: a 415 lists what would do.
    return super.reject({ ...options, extraHeaders: [...(options.extraHeaders ?? []), 'Accept: text/plain'] });
  }
}
