import { newTag } from '../base/identifiers.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { Random } from '../platform.ts';
import { DIALOG_INFO } from '../subscription/packages/dialog-info.ts';
import { MESSAGE_SUMMARY } from '../subscription/packages/message-summary.ts';
import { PIDF, writePidf } from '../subscription/packages/pidf.ts';
import { CallWatch } from './call-watch.ts';
import { MessageText } from './message-text.ts';
import type { ScriptedDialog } from './scripted-dialog.ts';
import type { ScriptedPeer } from './scripted-peer.ts';
import { dialogInfo, type FakeMailbox, mailboxSummary } from './state-documents.ts';

/** What the state server takes from its network. */
export interface StateServerParts {
  readonly peer: ScriptedPeer;
  readonly random: Random;
  readonly domain: string;
  readonly isRegistered: (user: string) => boolean;
}

interface Watcher {
  readonly user: string;
  readonly event: string;
  readonly dialog: ScriptedDialog;
  version: number;
}

const EVENTS: readonly string[] = ['presence', 'dialog', 'message-summary'];
/** Seconds that a subscription or publication lasts at the most. */
const LONGEST = 3600;

/**
 * Tells who follows somebody what they publish, whether they are on the phone, and what is in their mailbox (RFC 3903,
 * RFC 3856, RFC 4235, RFC 3842). Subscriptions and publications do not run out by themselves here.
 */
export class StateServer {
  readonly calls: CallWatch = new CallWatch((users) => {
    for (const user of users) this.changed(user, 'dialog');
  });
  readonly #parts: StateServerParts;
  readonly #watchers = new Map<string, Watcher>();
  readonly #published = new Map<string, { readonly tag: string; readonly body: string }>();
  readonly #mailboxes = new Map<string, FakeMailbox>();

  constructor(parts: StateServerParts) {
    this.#parts = parts;
    parts.peer.onMessage = ({ message }) => {
      if (message?.kind === 'request') this.#request(message);
      else if (message !== undefined) this.#response(message);
      return true;
    };
  }

  /** How many follow something. */
  get size(): number {
    return this.#watchers.size;
  }

  /** The text of a request that is for us rather than for who is named in it; `undefined` for any other. */
  redirect(request: IncomingRequest, raw: string): string | undefined {
    const ours = request.method === 'PUBLISH' || EVENTS.includes(eventOf(request));
    if (!ours || request.toTag !== undefined || !['SUBSCRIBE', 'PUBLISH'].includes(request.method)) return undefined;
    const text = MessageText.parse(raw);
    text.startLine = `${request.method} ${this.#parts.peer.aor} SIP/2.0`;
    return text.toString();
  }

  setMailbox(user: string, mailbox: FakeMailbox): void {
    this.#mailboxes.set(user, mailbox);
    this.changed(user, 'message-summary');
  }

  /** Tells everybody who follows this of a user. */
  changed(user: string, event: string): void {
    for (const watcher of this.#watchers.values()) {
      if (watcher.user === user && watcher.event === event) this.#notify(watcher);
    }
  }

  #request(request: IncomingRequest): void {
    const { peer } = this.#parts;
    if (request.method === 'SUBSCRIBE') this.#subscribe(request);
    else if (request.method === 'PUBLISH') this.#publish(request);
    else if (request.method !== 'ACK') peer.respond(request, 405);
  }

  /** Somebody who is not there any more needs no further word. */
  #response(response: IncomingResponse): void {
    if (response.statusCode >= 300) this.#watchers.delete(`${response.callId} ${response.toTag ?? ''}`);
  }

  #subscribe(request: IncomingRequest): void {
    const { peer } = this.#parts;
    const key = `${request.callId} ${request.fromTag ?? ''}`;
    const expires = Math.min(request.expires ?? LONGEST, LONGEST);
    const known = this.#watchers.get(key);
    if (known === undefined && request.toTag !== undefined) {
      peer.respond(request, 481);
      return;
    }
    peer.respond(request, 200, { headers: [`Expires: ${expires}`] });
    const watcher = known ?? {
      ...{ user: request.to.uri.user ?? '', event: eventOf(request), version: 0 },
      dialog: peer.dialog(request),
    };
    if (expires === 0) this.#watchers.delete(key);
    else this.#watchers.set(key, watcher);
    this.#notify(watcher, expires);
  }

  #publish(request: IncomingRequest): void {
    const { peer, random } = this.#parts;
    const user = request.to.uri.user ?? '';
    const known = this.#published.get(user);
    const matched = request.header('SIP-If-Match')?.trim();
    if (eventOf(request) !== 'presence') peer.respond(request, 489);
    else if (matched !== undefined && matched !== known?.tag) peer.respond(request, 412);
    else {
      const expires = Math.min(request.expires ?? LONGEST, LONGEST);
      const tag = newTag(random);
      if (expires === 0) this.#published.delete(user);
      else this.#published.set(user, { tag, body: request.body === '' ? (known?.body ?? '') : request.body });
      peer.respond(request, 200, { headers: [`Expires: ${expires}`, `SIP-ETag: ${tag}`], contact: null });
      this.changed(user, 'presence');
    }
  }

  #notify(watcher: Watcher, expires: number = LONGEST): void {
    const { event, dialog } = watcher;
    const state = expires === 0 ? 'terminated;reason=timeout' : `active;expires=${expires}`;
    const [contentType, body] = this.#document(watcher);
    dialog.send('NOTIFY', { headers: [`Event: ${event}`, `Subscription-State: ${state}`], body, contentType });
    watcher.version += 1;
  }

  #document({ user, event, version }: Watcher): readonly [contentType: string, body: string] {
    const { domain, isRegistered } = this.#parts;
    if (event === 'dialog') return [DIALOG_INFO, dialogInfo(user, domain, version, this.calls.of(user))];
    if (event === 'message-summary') {
      return [MESSAGE_SUMMARY, mailboxSummary(this.#mailboxes.get(user), `sip:voicemail@${domain}`)];
    }
    const basic = isRegistered(user) ? 'open' : 'closed';
    const published = this.#published.get(user)?.body;
    return [PIDF, published ?? writePidf({ entity: `pres:${user}@${domain}`, basic })];
  }
}

function eventOf(request: IncomingRequest): string {
  return (request.header('Event') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
