import type { ServerRequest } from './server-request.ts';
import type { UserAgentCore } from './user-agent-core.ts';

/** Who takes requests outside a dialog, by method; the Allow header field follows from it. */
export interface MethodTable {
  /** The methods that somebody may take. */
  readonly names: readonly string[];
  /** Whether a method is taken now, and named in Allow: MESSAGE needs a listener. */
  takes(method: string): boolean;
  get(method: string): MethodUser | undefined;
}

/** Who takes the requests of a method. It must answer each of them. */
export interface MethodUser {
  /** One outside of any dialog. */
  receive(request: ServerRequest, core: UserAgentCore): void;
  /** One of a dialog, before the usage of the dialog sees it. @returns whether it was taken */
  receiveInDialog?(request: ServerRequest): boolean;
  /** One of a dialog that is not known yet: the NOTIFY that makes it (RFC 6665 section 4.4.1). @returns whether it was taken */
  makeDialog?(request: ServerRequest): boolean;
}
