import { type DialogEntry, readDialogInfo } from './dialog-info.ts';
import type { StateTracker, StateUpdate } from './state-tracker.ts';

/** The calls of somebody, put together. */
export interface DialogInfoState {
  readonly entity: string;
  /** Calls that are not over. */
  readonly dialogs: readonly DialogEntry[];
}

/** Calls of one person that are kept at the most. */
const MOST_DIALOGS = 1000;

/** Keeps the table of somebody's dialogs up to date (RFC 4235 section 4.3). */
export class DialogInfoTracker implements StateTracker<DialogInfoState> {
  #version: number | undefined;
  #entity = '';
  #rows = new Map<string, DialogEntry>();

  get state(): DialogInfoState | undefined {
    return this.#version === undefined ? undefined : { entity: this.#entity, dialogs: [...this.#rows.values()] };
  }

  receive(body: string): StateUpdate {
    const info = readDialogInfo(body);
    if (info === undefined) return 'unreadable';
    const before = this.#version;
    // The answer to a refresh may have the number of the document before, as nothing has changed.
    if (before !== undefined && (info.version < before || (info.version === before && info.state === 'partial'))) {
      return 'ignored';
    }
    const missed = info.state === 'partial' && (before === undefined || info.version > before + 1);
    this.#version = info.version;
    this.#entity = info.entity;
    if (info.state === 'full') this.#rows = new Map();
    for (const dialog of info.dialogs) this.#update(dialog);
    return missed ? 'incomplete' : 'applied';
  }

  #update(dialog: DialogEntry): void {
    if (dialog.state === 'terminated') this.#rows.delete(dialog.id);
    else if (this.#rows.has(dialog.id) || this.#rows.size < MOST_DIALOGS) this.#rows.set(dialog.id, dialog);
  }
}
