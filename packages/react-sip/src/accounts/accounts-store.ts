'use client';

import type { ErrorInfo, Party, RegistrationSnapshot, UAStatus } from '@hookswitch/sip-core';
import { shallow } from 'zustand/shallow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Readable } from '../session/readable.ts';
import { holdOthers } from '../session/hold-others.ts';
import type { SipState } from '../store/sip-state.ts';
import type { AccountEntry } from './sip-account.ts';

/** How one of several accounts stands. */
export interface AccountState {
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  readonly account: Party;
  readonly status: UAStatus;
  readonly error: ErrorInfo | null;
  readonly registration: RegistrationSnapshot;
  /** How many calls it has, ringing ones included. */
  readonly calls: number;
  /** How many of them ring here. */
  readonly ringing: number;
}

/** All accounts, and which is in use. */
export interface AccountsState {
  readonly accounts: readonly AccountState[];
  readonly chosenId: string | null;
}

/** The accounts of a provider. */
export class AccountsHub {
  readonly entries: readonly AccountEntry[];
  readonly #chosen: StoreApi<string | null>;
  #state: AccountsState = { accounts: [], chosenId: null };

  constructor(
    entries: readonly AccountEntry[],
    chosen: StoreApi<string | null> = createStore<string | null>(() => null),
  ) {
    this.entries = entries;
    this.#chosen = chosen;
  }

  /** For `useStore`. */
  readonly store: Readable<AccountsState> = {
    getState: () => this.#read(),
    getInitialState: () => this.#read(true),
    subscribe: (listener) => {
      let before = this.#read();
      const tell = (): void => {
        const now = this.#read();
        if (now !== before) listener(now, before);
        before = now;
      };
      const stops = [this.#chosen.subscribe(tell), ...this.entries.map(({ binding }) => binding.store.subscribe(tell))];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };

  /** The entry in use: the chosen one, or the first. */
  chosen(id: string | null = this.#chosen.getState()): AccountEntry | undefined {
    return this.entries.find((entry) => entry.id === id) ?? this.entries[0];
  }

  choose(id: string): void {
    if (this.entries.some((entry) => entry.id === id)) this.#chosen.setState(id, true);
  }

  /**
   * Lets one account talk at a time: when a call is placed, answered or taken off hold, its account is in use and the
   * calls of the others go on hold.
   *
   * @returns what ends that
   */
  follow(): () => void {
    const stops = this.entries.map((entry) =>
      entry.binding.store.subscribe((state, before) => {
        if (!begins(state, before)) return;
        this.choose(entry.id);
        for (const other of this.entries) {
          // A hold that is refused must not keep a person from talking here.
          if (other !== entry) holdOthers(other.binding).catch(() => undefined);
        }
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }

  #read(initial: boolean = false): AccountsState {
    const { accounts: known } = this.#state;
    const accounts = this.entries.map((entry, index) => {
      const { store } = entry.binding;
      const state = accountState(entry, initial ? store.getInitialState() : store.getState());
      const before = known[index];
      return before !== undefined && shallow(before, state) ? before : state;
    });
    const chosenId = this.chosen()?.id ?? null;
    const kept = shallow(accounts, known) ? known : accounts;
    if (kept !== known || chosenId !== this.#state.chosenId) this.#state = { accounts: kept, chosenId };
    return this.#state;
  }
}

function accountState({ id, label }: AccountEntry, state: SipState): AccountState {
  const { account, status, error, registration, sessionIds, sessions } = state;
  const ringing = sessionIds.filter((session) => sessions[session]?.phase === 'incoming').length;
  return { id, label: label ?? account.user, account, status, error, registration, calls: sessionIds.length, ringing };
}

/** Whether a call was placed, answered or taken off hold between two states. */
function begins(state: SipState, before: SipState): boolean {
  if (state.sessions === before.sessions) return false;
  return state.sessionIds.some((id) => {
    const [now, then] = [state.sessions[id], before.sessions[id]];
    if (now === undefined) return false;
    if (then === undefined) return now.direction === 'outgoing';
    const answered = then.phase === 'incoming' && (now.phase === 'connecting' || now.phase === 'established');
    return answered || (then.hold.local && !now.hold.local && now.phase === 'established');
  });
}
