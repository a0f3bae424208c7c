/** An event that drives a {@link Machine}: told apart by `type`. */
export interface MachineEvent {
  readonly type: string;
}

/** One cell of a table: where the event leads, and what is done on the way. */
export interface Step<State extends string, Subject, Event> {
  readonly to: State;
  readonly act?: (subject: Subject, event: Event) => void;
}

/**
 * State x event -> state + action. An event with no cell is ignored in that state.
 */
export type MachineTable<State extends string, Event extends MachineEvent, Subject> = {
  readonly [From in State]: {
    readonly [Type in Event['type']]?: Step<State, Subject, Extract<Event, { readonly type: Type }>>;
  };
};

/**
 * Runs a state table. The new state is committed before the action runs, so whatever the action calls back into finds
 * the machine where the table says it is.
 *
 * @example
 * ```ts
 * type Event = { type: 'lift' } | { type: 'hangUp' };
 * const table: MachineTable<'on' | 'off', Event, Bell> = {
 *   on: { lift: { to: 'off', act: (bell) => bell.stop() } },
 *   off: { hangUp: { to: 'on' } },
 * };
 * const machine = new Machine(table, bell, 'on');
 * machine.send({ type: 'lift' });
 * ```
 */
export class Machine<State extends string, Event extends MachineEvent, Subject> {
  readonly #table: MachineTable<State, Event, Subject>;
  readonly #subject: Subject;
  readonly #entered: ((state: State, from: State) => void) | undefined;
  #state: State;

  /**
   * @param entered - told after the action of each step that changed the state
   */
  constructor(
    table: MachineTable<State, Event, Subject>,
    subject: Subject,
    initial: State,
    entered?: (state: State, from: State) => void,
  ) {
    this.#table = table;
    this.#subject = subject;
    this.#state = initial;
    this.#entered = entered;
  }

  /** The state the machine is in. */
  get state(): State {
    return this.#state;
  }

  /** Whether the table has a cell for this event in the present state. */
  accepts(type: Event['type']): boolean {
    return this.#table[this.#state][type] !== undefined;
  }

  /**
   * Feeds an event.
   *
   * @returns whether the table had a cell for it
   */
  send(event: Event): boolean {
    const from = this.#state;
    // Each cell takes the event of its own type, and the cell is found by the type of the event.
    const step = this.#table[from][event.type as Event['type']] as Step<State, Subject, Event> | undefined;
    if (step === undefined) return false;
    this.#state = step.to;
    step.act?.(this.#subject, event);
    if (step.to !== from) this.#entered?.(step.to, from);
    return true;
  }
}
