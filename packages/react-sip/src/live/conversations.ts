'use client';

import {
  ComposingReceiver,
  ComposingSender,
  type ErrorInfo,
  errorInfo,
  type InboundMessage,
  IS_COMPOSING,
  type UA,
} from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import { createLiveStore, type ReadableStore, type SetState } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** A text, ours or theirs. */
export interface TextMessage {
  /** A key for lists. */
  readonly id: number;
  /** Address of the other end. */
  readonly peer: string;
  readonly direction: 'incoming' | 'outgoing';
  /** Text from the network: show it as text, never as markup. */
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `delivered`: it reached their phone; `stored`: a server keeps it for them (RFC 3428 section 7). */
  readonly status: 'received' | 'sending' | 'delivered' | 'stored' | 'failed';
  /** Why it failed. */
  readonly error: ErrorInfo | null;
  /** Whether it was looked at; what we send is. */
  readonly read: boolean;
}

/** Every text of a user agent. */
interface ConversationsState {
  /** Oldest first. */
  readonly messages: readonly TextMessage[];
  /** Who is writing to us. */
  readonly composing: readonly string[];
}

/** The texts of a user agent. */
export interface Conversations extends ReadableStore<ConversationsState> {
  readonly send: (peer: string, body: string) => Promise<void>;
  readonly typed: (peer: string) => void;
  readonly markRead: (peer: string | null) => void;
  readonly clear: (peer: string | null) => void;
}

/** Texts that are kept at the most, of all conversations. */
const MOST = 1000;
/** People whose writing is followed at a time. */
const MOST_WRITERS = 100;
const SHOWN = /^(text\/plain|text\/html|)$/;

/** An address as messages name their peer. */
export function peerOf(ua: UA, target: string): string {
  try {
    return ua.userAgent.target(target).aor;
  } catch {
    return target;
  }
}

/** The texts of each user agent. Once somebody follows them, they are taken for as long as the user agent lives. */
export const conversationsOf: (binding: UABinding) => Conversations = perBinding(({ ua }) => {
  const { clock } = ua.userAgent.platform;
  const receivers = new Map<string, ComposingReceiver>();
  const senders = new Map<string, ComposingSender>();
  let count = 0;
  let change: SetState<ConversationsState> = () => undefined;
  let listening = false;

  const put = (message: Omit<TextMessage, 'id' | 'at'>): number => {
    count += 1;
    const added: TextMessage = Object.freeze({ ...message, id: count, at: clock.now() });
    change((state) => ({ ...state, messages: [...state.messages, added].slice(-MOST) }));
    return count;
  };
  const update = (which: (message: TextMessage) => boolean, changes: Partial<TextMessage>): void => {
    change((state) => {
      if (!state.messages.some(which)) return state;
      const messages = state.messages.map((each) => (which(each) ? Object.freeze({ ...each, ...changes }) : each));
      return { ...state, messages };
    });
  };
  const receiverOf = (peer: string): ComposingReceiver => {
    const known = receivers.get(peer);
    if (known !== undefined) return known;
    const receiver = new ComposingReceiver(clock, (composing) => {
      change((state) => {
        const others = state.composing.filter((each) => each !== peer);
        return { ...state, composing: composing === 'active' ? [...others, peer] : others };
      });
    });
    if (receivers.size < MOST_WRITERS) receivers.set(peer, receiver);
    return receiver;
  };
  const receive = (message: InboundMessage): void => {
    const peer = message.remoteIdentity.uri.aor;
    const { contentType, body } = message;
    const receiver = contentType === IS_COMPOSING ? receiverOf(peer) : receivers.get(peer);
    const told = receiver?.receive(contentType, body) === true;
    if (receiver?.state === 'idle') receivers.delete(peer);
    if (told) return;
    if (SHOWN.test(contentType)) {
      put({ peer, direction: 'incoming', body, status: 'received', error: null, read: false });
    } else if (!message.answered) message.reject({ statusCode: 415 });
  };
  const senderOf = (peer: string): ComposingSender => {
    const known = senders.get(peer);
    if (known !== undefined) return known;
    const send = (body: string): PromiseLike<unknown> => ua.message(peer, body, { contentType: IS_COMPOSING });
    const sender = new ComposingSender({ clock, send });
    if (senders.size < MOST_WRITERS) senders.set(peer, sender);
    return sender;
  };

  const store = createLiveStore<ConversationsState>({ messages: [], composing: [] }, (set) => {
    change = set;
    if (!listening) ua.on('message', receive);
    listening = true;
    return () => undefined;
  });
  return {
    ...store,
    async send(target, body) {
      const peer = peerOf(ua, target);
      const id = put({ peer, direction: 'outgoing', body, status: 'sending', error: null, read: true });
      senders.get(peer)?.sent();
      try {
        const { statusCode } = await ua.message(target, body);
        update((message) => message.id === id, { status: statusCode === 202 ? 'stored' : 'delivered' });
      } catch (error) {
        update((message) => message.id === id, { status: 'failed', error: errorInfo(error) });
        throw error;
      }
    },
    typed: (target) => senderOf(peerOf(ua, target)).typed(),
    markRead: (peer) => update((message) => !message.read && (peer === null || message.peer === peer), { read: true }),
    clear(peer) {
      change((state) => ({
        ...state,
        messages: peer === null ? [] : state.messages.filter((message) => message.peer !== peer),
      }));
    },
  };
});
