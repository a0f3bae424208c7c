/**
 * What a document meant: `applied`, `ignored` as old, `incomplete` when something between was missed and the whole
 * state has to be asked for, `unreadable`.
 */
export type StateUpdate = 'applied' | 'ignored' | 'incomplete' | 'unreadable';

/** Puts the state of one notifier together from whole and partial documents. */
export interface StateTracker<State> {
  /** What is known; `undefined` before the first whole document. */
  readonly state: State | undefined;
  /** Takes the next document. */
  receive(body: string): StateUpdate;
}
