'use client';

import type {
  DtmfTiming,
  Muted,
  SessionDescriptionHandler,
  SessionDescriptionHandlerOptions,
} from '@hookswitch/sip-core';
import type { UASnapshot } from '@hookswitch/sip-core';

/** Options of a call we place. */
export interface CallOptions {
  /** Header fields to add, each a whole line such as `X-Ticket: 42`. */
  readonly extraHeaders?: readonly string[];
  /** What to capture, or which stream to send; default audio only. */
  readonly sessionDescriptionHandlerOptions?: SessionDescriptionHandlerOptions;
}

/** Options of an answer. */
export type AnswerOptions = CallOptions;

/** How a call is declined. */
export interface DeclineOptions {
  /** 300 to 699; default 480, which lets a forked call ring on elsewhere. */
  readonly statusCode?: number;
  readonly reasonPhrase?: string;
  readonly extraHeaders?: readonly string[];
}

/** Options of tones: durations in milliseconds, and whether they travel as RTP events, as INFO, or as fits. */
export interface DtmfOptions extends Partial<DtmfTiming> {
  readonly via?: 'auto' | 'rtp' | 'info';
}

/** Options of a transfer. */
export interface TransferOptions {
  readonly extraHeaders?: readonly string[];
}

/** The part of a session that the bindings act on. `Inviter` and `Invitation` of sip-core have it. */
export interface SipSession {
  readonly id: string;
  readonly sessionDescriptionHandler?: SessionDescriptionHandler | undefined;
  terminate(): Promise<unknown>;
  hold(): Promise<unknown>;
  unhold(): Promise<unknown>;
  mute(what?: Partial<Muted>): void;
  unmute(what?: Partial<Muted>): void;
  dtmf(tones: string | number, options?: DtmfOptions): Promise<unknown>;
  refer(target: string | SipSession, options?: TransferOptions): Promise<unknown>;
}

/** What an incoming session has besides. */
export interface IncomingSipSession extends SipSession {
  accept(options?: AnswerOptions): Promise<unknown>;
  reject(options?: DeclineOptions): Promise<unknown>;
}

/** The part of a user agent that the bindings use. `UA` of sip-core has it. */
export interface SipUA {
  readonly sessions: ReadonlyMap<string, SipSession>;
  getSnapshot(): UASnapshot;
  subscribe(listener: () => void): () => void;
  start(): Promise<unknown>;
  stop(): Promise<unknown>;
  register(): Promise<unknown>;
  unregister(): Promise<unknown>;
  invite(target: string, options?: CallOptions): SipSession;
  on(event: string, listener: (...args: readonly unknown[]) => void): unknown;
  off(event: string, listener: (...args: readonly unknown[]) => void): unknown;
}
