/** The words of the sections of the phone: history, contacts, presence, lamps, messages, voicemail. */
export interface PeopleLabels {
  readonly sections: {
    readonly group: string;
    readonly keypad: string;
    readonly recents: string;
    readonly contacts: string;
    readonly messages: string;
    readonly settings: string;
    /** Said with the name of a section that has something new. */
    readonly news: (count: number) => string;
    readonly loading: string;
    readonly failed: string;
  };
  readonly history: {
    readonly filter: string;
    readonly all: string;
    readonly missed: string;
    readonly search: string;
    readonly none: (query: string) => string;
    readonly noneMissed: string;
    readonly more: (name: string) => string;
    readonly message: string;
    readonly save: string;
    readonly remove: string;
    readonly clear: string;
    readonly removed: (count: number) => string;
    readonly undo: string;
    readonly export: string;
    readonly loading: string;
    /** Calls last as long as the page. */
    readonly notKept: string;
  };
  readonly contacts: {
    readonly group: string;
    readonly search: string;
    readonly add: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly none: (query: string) => string;
    readonly favourites: string;
    readonly everybody: string;
    readonly loading: string;
    readonly notKept: string;
    readonly more: (name: string) => string;
    readonly call: (address: string) => string;
    readonly message: string;
    readonly edit: string;
    readonly remove: string;
    readonly removed: (name: string) => string;
    readonly favourite: string;
    readonly newTitle: string;
    readonly editTitle: string;
    readonly name: string;
    readonly address: string;
    readonly kind: string;
    readonly addAddress: string;
    readonly removeAddress: string;
    readonly note: string;
    readonly save: string;
    readonly cancel: string;
    readonly nameMissing: string;
    readonly addressMissing: string;
    readonly full: (limit: number) => string;
    readonly import: string;
    readonly export: string;
    readonly imported: (count: number) => string;
    readonly importFailed: string;
  };
  readonly presence: {
    readonly status: Readonly<Record<PresenceState, string>>;
    readonly mine: string;
    /** Nothing is published. */
    readonly none: string;
    readonly failed: string;
  };
  readonly lamp: {
    readonly status: Readonly<Record<LampState, string>>;
    readonly call: (name: string) => string;
    readonly pickUp: (name: string) => string;
  };
  readonly messages: {
    readonly group: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly create: string;
    readonly to: string;
    readonly start: string;
    readonly people: string;
    readonly thread: (name: string) => string;
    readonly field: (name: string) => string;
    readonly placeholder: string;
    readonly keys: string;
    readonly send: string;
    readonly status: Readonly<Record<'sending' | 'delivered' | 'stored' | 'failed', string>>;
    readonly again: string;
    readonly composing: (name: string) => string;
    readonly received: (name: string) => string;
    readonly you: (text: string) => string;
    readonly back: string;
    readonly remove: string;
    readonly tooLong: (most: number) => string;
    readonly unread: (count: number) => string;
  };
  readonly voicemail: {
    readonly title: string;
    readonly fresh: (count: number) => string;
    readonly urgent: (count: number) => string;
    readonly old: (count: number) => string;
    readonly none: string;
    readonly call: string;
    /** What key 1 of the dialpad is called where holding it calls the mailbox. */
    readonly key: string;
  };
}

/** Whether somebody can be reached, in one word. */
export type PresenceState = 'available' | 'busy' | 'away' | 'doNotDisturb' | 'offline' | 'unknown';

/** What a busy lamp shows. */
export type LampState = 'idle' | 'ringing' | 'busy' | 'unknown';
