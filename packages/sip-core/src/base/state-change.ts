/** What a {@link StateChange} listens to. */
interface StateEvents<State> {
  on(name: 'stateChange', listener: (state: State) => void, options?: { readonly once?: boolean }): unknown;
  off(name: 'stateChange', listener: (state: State) => void): void;
}

/** Tells of each change of a state (document 002). */
export class StateChange<State> {
  readonly #events: StateEvents<State>;

  /** @internal */
  constructor(events: StateEvents<State>) {
    this.#events = events;
  }

  addListener(listener: (state: State) => void, options: { readonly once?: boolean } = {}): void {
    this.#events.on('stateChange', listener, options);
  }

  removeListener(listener: (state: State) => void): void {
    this.#events.off('stateChange', listener);
  }
}
