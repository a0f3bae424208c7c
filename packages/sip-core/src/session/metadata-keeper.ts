import { InvalidStateError } from '../base/errors.ts';
import { withChanges } from '../base/snapshot.ts';
import type { IncomingMessage } from '../message/incoming-message.ts';
import type { NameAddr } from '../message/name-addr.ts';
import type { NamedCall } from '../user-agent/session-ids.ts';
import type { CallMetadata } from './call-metadata.ts';
import { party } from './party.ts';
import { readAssertedIdentity, readMetadata } from './read-metadata.ts';
import type { SessionContext } from './session-context.ts';

/** Gathers what messages tell of a call beside what they do to it, and gives it its Session-ID (RFC 7989). */
export class MetadataKeeper implements NamedCall {
  readonly #context: SessionContext;
  /** Who the far end is by the word of a trusted server; without one, or without its word, nothing. */
  assertedIdentity: NameAddr | undefined;
  #half: string | undefined;
  /** Set while the call has its name. */
  #callId: string | undefined;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** Our half of the Session-ID; a call that goes on from this one keeps it (RFC 7989 section 6). */
  get half(): string | undefined {
    return this.#half;
  }

  /**
   * Begins to name the call.
   *
   * @param half - our half, when the call goes on from another
   */
  open(callId: string, half: string | undefined): void {
    const context = this.#context;
    const { sessionIds } = context.core;
    const { tag } = context.local;
    if (tag === undefined) throw new InvalidStateError('name the call', 'its tag is unknown');
    this.#callId = callId;
    this.#half = sessionIds.open(callId, tag, half, this);
    this.#show(this.#half, null);
  }

  /** The call has no name any more. */
  close(): void {
    const { core, local } = this.#context;
    if (this.#callId !== undefined) core.sessionIds.close(this.#callId, local.tag ?? '');
    this.#callId = undefined;
  }

  learnedHalf(remote: string): void {
    if (this.#half !== undefined) this.#show(this.#half, remote);
  }

  #show(local: string, remote: string | null): void {
    const { snapshots } = this.#context;
    const metadata = snapshots.read('metadata');
    // Nearly every message says it once more.
    if (metadata.sessionId?.local === local && metadata.sessionId.remote === remote) return;
    snapshots.update({ metadata: withChanges(metadata, { sessionId: Object.freeze({ local, remote }) }) });
  }

  /** Takes over what a message says; what it does not mention stays as it was. */
  learn(message: IncomingMessage): void {
    const { core, local, owner, snapshots } = this.#context;
    const remoteTag = message.kind === 'request' ? message.fromTag : message.toTag;
    core.sessionIds.learn(message, local.tag ?? '', remoteTag ?? '');
    const trusted = owner.trustsServer();
    const part = readMetadata(message, trusted);
    const asserted = trusted ? readAssertedIdentity(message) : undefined;
    if (asserted !== undefined) this.assertedIdentity = asserted;
    const metadata = withChanges<CallMetadata>(snapshots.read('metadata'), part);
    snapshots.update(asserted === undefined ? { metadata } : { metadata, asserted: party(asserted) });
  }
}
