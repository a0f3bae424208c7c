import type { LineEnd } from '../lab/line.ts';

/** A phone on one end of a line. */
export interface Phone {
  /** Registers, and resolves when the registrar has agreed. */
  register(): Promise<unknown>;
  /** Calls the other end; resolves when the call stands. */
  call(): Promise<StandingCall>;
  /** Sends a text to the other end; resolves when it was taken. */
  message(text: string): Promise<unknown>;
}

/** A call that stands. */
export interface StandingCall {
  /** Hangs up; resolves when that was answered. */
  hangUp(): Promise<unknown>;
}

/** What the phones of one bench say and hear. */
export interface PhoneSettings {
  readonly user: string;
  readonly peer: string;
  readonly offer: string;
  readonly answer: string;
}

/** What a library can be asked to do. What it cannot do is absent. */
export interface Contestant {
  /** Parses a message and reads what a phone reads of it; returns a number that depends on all of it. */
  readonly parse?: (text: string) => number;
  /** Parses a message and reads nothing; `limitless` where the library has limits that can be lifted. */
  readonly parseOnly?: (text: string) => unknown;
  readonly uri?: (text: string) => unknown;
  readonly nameAddr?: (text: string) => unknown;
  /** Builds and writes an INVITE with this body. */
  readonly invite?: (body: string) => string;
  /** A phone that answers calls and texts, connected to a line already. */
  readonly phone?: (end: LineEnd, settings: PhoneSettings) => Promise<Phone>;
}

/** Their names, ours first. */
export const contestantNames = ['Hookswitch', 'SIP.js', 'JsSIP', 'sip', 'drachtio-sip'] as const;

/** One of {@link contestantNames}. */
export type ContestantName = (typeof contestantNames)[number];
