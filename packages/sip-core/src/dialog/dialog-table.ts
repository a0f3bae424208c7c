import { LazyMap } from '../base/lazy-map.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { type Dialog, dialogKey } from './dialog.ts';

/**
 * What uses a dialog. No literal: where those of one place often live long, engines make them among what is old, and with
 * each of them lives on what it refers to, until the next large collection.
 */
class Entry<Usage> {
  readonly dialog: Dialog;
  readonly usage: Usage;

  constructor(dialog: Dialog, usage: Usage) {
    this.dialog = dialog;
    this.usage = usage;
  }
}

/** Finds the usage that a request within a dialog belongs to. */
export class DialogTable<Usage> {
  readonly #entries = new LazyMap<string, Entry<Usage>>();

  /** Enters a dialog and what uses it. */
  add(dialog: Dialog, usage: Usage): void {
    this.#entries.set(dialog.key, new Entry(dialog, usage));
  }

  /** Takes a dialog out; nothing happens when it is not there. */
  remove(dialog: Dialog): void {
    this.#entries.delete(dialog.key);
  }

  /** What a request from the peer belongs to: its To tag is ours, its From tag the peer's. */
  find(request: IncomingRequest): { readonly dialog: Dialog; readonly usage: Usage } | undefined {
    return this.get(request.callId, request.toTag ?? '', request.fromTag ?? '');
  }

  /** The entry with these tags. */
  get(
    callId: string,
    localTag: string,
    remoteTag: string,
  ): { readonly dialog: Dialog; readonly usage: Usage } | undefined {
    return this.#entries.get(dialogKey(callId, localTag, remoteTag));
  }

  /** How many dialogs there are. */
  get size(): number {
    return this.#entries.size;
  }
}
