'use client';

import {
  ComposingReceiver,
  ComposingSender,
  type ErrorInfo,
  errorInfo,
  type InboundMessage,
  IS_COMPOSING,
  type Random,
  type UA,
} from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import { createLiveStore, type ReadableStore, type SetState } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** A text, ours or theirs. */
export interface TextMessage {
  /** A key for lists, and for whoever keeps it. */
  readonly id: string;
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
  /** Sends a text again that failed, in the place where it stands. */
  readonly resend: (id: string) => Promise<void>;
  readonly typed: (peer: string) => void;
  readonly markRead: (peer: string | null) => void;
  readonly clear: (peer: string | null) => void;
  /** Takes in texts of an earlier page, or of another one: those that are missing here, and what was read there. */
  readonly restore: (messages: readonly TextMessage[]) => void;
}

/** Texts that are kept at the most, of all conversations. */
const MOST = 1000;
/** Characters of one text that are kept. */
const LONGEST = 20_000;
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

function newId(random: Random): string {
  return Array.from(random.bytes(12), (octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** The texts of each user agent. Once somebody follows them, they are taken for as long as the user agent lives. */
export const conversationsOf: (binding: UABinding) => Conversations = perBinding(({ ua }) => {
  const { clock, random } = ua.userAgent.platform;
  const receivers = new Map<string, ComposingReceiver>();
  const senders = new Map<string, ComposingSender>();
  let change: SetState<ConversationsState> = () => undefined;
  let listening = false;

  const put = (message: Omit<TextMessage, 'at'>): void => {
    const added: TextMessage = Object.freeze({ ...message, at: clock.now() });
    change((state) => ({ ...state, messages: [...state.messages, added].slice(-MOST) }));
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
      const id = `${message.request.callId} ${message.request.cseq.seq}`;
      put({
        id,
        peer,
        direction: 'incoming',
        body: body.slice(0, LONGEST),
        status: 'received',
        error: null,
        read: false,
      });
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

  const deliver = async (id: string, target: string, body: string): Promise<void> => {
    try {
      const { statusCode } = await ua.message(target, body);
      update((message) => message.id === id, { status: statusCode === 202 ? 'stored' : 'delivered' });
    } catch (error) {
      update((message) => message.id === id, { status: 'failed', error: errorInfo(error) });
      throw error;
    }
  };

  const store = createLiveStore<ConversationsState>({ messages: [], composing: [] }, (set) => {
    change = set;
    if (!listening) ua.on('message', receive);
    listening = true;
    return () => undefined;
  });
  return {
    ...store,
    send(target, body) {
      const peer = peerOf(ua, target);
      const id = newId(random);
      put({ id, peer, direction: 'outgoing', body, status: 'sending', error: null, read: true });
      senders.get(peer)?.sent();
      return deliver(id, target, body);
    },
    async resend(id) {
      const failed = store.getState().messages.find((message) => message.id === id && message.status === 'failed');
      if (failed === undefined) return;
      update((message) => message.id === id, { status: 'sending', error: null });
      await deliver(id, failed.peer, failed.body);
    },
    typed: (target) => senderOf(peerOf(ua, target)).typed(),
    markRead: (peer) => update((message) => !message.read && (peer === null || message.peer === peer), { read: true }),
    clear(peer) {
      change((state) => ({
        ...state,
        messages: peer === null ? [] : state.messages.filter((message) => message.peer !== peer),
      }));
    },
    restore(earlier) {
      change((state) => {
        const known = new Set(state.messages.map(({ id }) => id));
        const missing = earlier.filter(({ id }) => !known.has(id));
        const seen = new Set(earlier.flatMap(({ id, read }) => (read ? [id] : [])));
        const news = state.messages.some(({ id, read }) => !read && seen.has(id));
        if (missing.length === 0 && !news) return state;
        const here = state.messages.map((each) => (!each.read && seen.has(each.id) ? { ...each, read: true } : each));
        const messages = [...missing, ...here].sort((a, b) => a.at - b.at);
        return { ...state, messages: messages.slice(-MOST) };
      });
    },
  };
});
