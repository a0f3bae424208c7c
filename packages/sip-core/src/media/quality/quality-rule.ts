/** When a warning is raised, and when it is taken back. */
export interface QualityRuleOptions {
  /** Whether values beyond the limits lie above or below them. */
  readonly bad: 'above' | 'below';
  /** The limit to raise the warning at. */
  readonly raise: number;
  /** The limit to take it back at: a little better than the other, so that it does not flicker. */
  readonly clear: number;
  /** How many of the last {@link of} measurements must be beyond the limit; default 1. */
  readonly count?: number;
  /** Default 1. */
  readonly of?: number;
  /** How many measurements in a row must be back within {@link clear}; default 1. */
  readonly calm?: number;
}

/** One warning's memory: raised by some bad values among the last few, taken back by good ones in a row. */
export class QualityRule {
  readonly #options: QualityRuleOptions;
  #values: number[] = [];
  #raised = false;

  constructor(options: QualityRuleOptions) {
    this.#options = options;
  }

  /** Whether the warning stands. */
  get raised(): boolean {
    return this.#raised;
  }

  /** Takes a measurement; `null` is none, and forgets what came before. */
  update(value: number | null): void {
    if (value === null) {
      this.#values = [];
      this.#raised = false;
      return;
    }
    const { of = 1, count = 1, calm = 1, raise, clear } = this.#options;
    this.#values = [...this.#values, value].slice(-Math.max(of, calm));
    if (this.#raised) {
      const last = this.#values.slice(-calm);
      this.#raised = last.length < calm || last.some((entry) => this.#beyond(entry, clear));
    } else {
      this.#raised = this.#values.slice(-of).filter((entry) => this.#beyond(entry, raise)).length >= count;
    }
  }

  #beyond(value: number, limit: number): boolean {
    return this.#options.bad === 'above' ? value > limit : value < limit;
  }
}
