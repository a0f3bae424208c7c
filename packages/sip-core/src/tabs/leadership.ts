import { randomFraction } from '../base/identifiers.ts';
import { TimerSet } from '../base/timer-set.ts';
import type { PageTabs } from '../page-tabs.ts';
import type { Platform } from '../platform.ts';

/** What a {@link Leadership} needs. */
export interface LeadershipOptions {
  readonly platform: Pick<Platform, 'clock' | 'random'>;
  readonly tabs: PageTabs;
  readonly name: string;
  /** This tab. */
  readonly id: string;
  /** Asks who leads; the answer comes to {@link Leadership.heard}. */
  readonly ask: () => void;
  /** Says that this tab is about to lead. */
  readonly claim: () => void;
  readonly won: () => void;
  readonly lost: () => void;
}

/** Milliseconds between two questions whether the leader is still there; drawn from 80 % up. */
const QUESTIONS = 1000;
/** Milliseconds that an answer, or the objection of another candidate, may take. */
const PATIENCE = 300;

/**
 * Finds the one tab that leads: by a lock of the browser where it has locks, which passes on at once, and otherwise by
 * asking. Whoever gets no answer claims the lead; of two the one whose name comes first has it. A leader that is asked
 * answers at once, so a hidden tab, whose timers are slowed down, keeps the lead.
 */
export class Leadership {
  readonly #options: LeadershipOptions;
  readonly #timers: TimerSet<'ask' | 'answer' | 'claim'>;
  #release: (() => void) | undefined;
  #leads = false;

  constructor(options: LeadershipOptions) {
    this.#options = options;
    this.#timers = new TimerSet(options.platform.clock);
  }

  get leads(): boolean {
    return this.#leads;
  }

  /** Stands for the lead from now on. */
  start(): void {
    const { tabs, name } = this.#options;
    if (tabs.lock === undefined) this.#ask();
    else this.#release = tabs.lock(name, () => this.#win());
  }

  /** Gives the lead back, or stands for it no more. */
  stop(): void {
    this.#timers.stopAll();
    this.#leads = false;
    this.#release?.();
    this.#release = undefined;
  }

  /** The leader spoke, or said that it goes. */
  heard(message: 'leading' | 'claim' | 'gone', from: string): void {
    if (this.#options.tabs.lock !== undefined) return;
    if (message === 'gone') {
      this.#askSoon(0);
      return;
    }
    if (message === 'claim') {
      if (this.#timers.has('claim') && from < this.#options.id) this.#askSoon();
      return;
    }
    if (this.#leads && from < this.#options.id) {
      this.#leads = false;
      this.#options.lost();
    }
    if (!this.#leads) this.#askSoon();
  }

  #askSoon(longest = QUESTIONS): void {
    this.#timers.stopAll();
    const { random } = this.#options.platform;
    this.#timers.start('ask', longest * (0.8 + 0.2 * randomFraction(random)), () => this.#ask());
  }

  #ask(): void {
    this.#options.ask();
    this.#timers.start('answer', PATIENCE, () => {
      this.#options.claim();
      this.#timers.start('claim', PATIENCE, () => this.#win());
    });
  }

  #win(): void {
    this.#leads = true;
    this.#options.won();
  }
}
