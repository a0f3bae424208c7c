/** What a hold does to what we send and hear: silent from the moment it is offered until its end is agreed. */
export class HoldSilence {
  readonly #apply: (silent: boolean) => void;
  /** Whether our last description put the far end on hold, and whether that is agreed. */
  #offered = false;
  #agreed = false;

  /** @param apply - silences both ways, or ends that */
  constructor(apply: (silent: boolean) => void) {
    this.#apply = apply;
  }

  /** Whether our last description puts the far end on hold. */
  get offered(): boolean {
    return this.#offered;
  }

  /** A description of ours does or does not hold. */
  offer(hold: boolean): void {
    this.#offered = hold;
    this.#show();
  }

  /** What was offered is agreed. */
  agree(): void {
    this.#agreed = this.#offered;
    this.#show();
  }

  /** What was offered is refused. */
  undo(): void {
    this.#offered = this.#agreed;
    this.#show();
  }

  #show(): void {
    this.#apply(this.#offered || this.#agreed);
  }
}
