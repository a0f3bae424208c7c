import type { MediaErrorCode } from '@hookswitch/sip-core';
import type { CallMood } from '../call/call-mood.ts';
import type { DialKey } from '../dialpad/dial-keys.ts';
import type { AccountsLabels } from './accounts-labels.ts';
import type { AddCallLabels } from './add-call-labels.ts';
import type { ConferenceLabels } from './conference-labels.ts';
import type { ConsultationLabels } from './consultation-labels.ts';
import type { PeopleLabels } from './people-labels.ts';
import type { EndCause, EndCauseCode, ErrorInfo, RegistrationSnapshot } from '../snapshots.ts';
import type { RecoveryLabels } from './recovery-labels.ts';
import type { RecordingLabels } from './recording-labels.ts';
import type { TraceLabels } from './trace-labels.ts';
import type { VideoLabels } from './video-labels.ts';
import type { DevicesLabels } from './devices-labels.ts';
import type { QualityLabels } from './quality-labels.ts';
import type { SettingsLabels } from './settings-labels.ts';
import type { NotificationsLabels } from './notifications-labels.ts';
import type { HeadsetLabels } from './headset-labels.ts';

/** What happened, and what a person can do about it. */
export interface Sentence {
  /** A few words, such as a heading. */
  readonly what: string;
  /** What it means for the call and what to do; `null` where there is nothing to add. */
  readonly next: string | null;
}

/** Error codes that have a sentence of their own; every other code takes `UNKNOWN`. */
export type KnownErrorCode =
  | MediaErrorCode
  | 'MEDIA_REFUSED'
  | 'CONNECT_FAILED'
  | 'CONNECT_TIMEOUT'
  | 'BAD_SUBPROTOCOL'
  | 'NO_WEBSOCKET'
  | 'CLOSED'
  | 'KEEP_ALIVE_TIMEOUT'
  | 'REPLACED'
  | 'ABORTED'
  | 'NOT_CONNECTED'
  | 'SEND_FAILED'
  | 'CONNECTION'
  | 'REQUEST_TIMEOUT'
  | 'RESPONSE'
  | 'TRANSFER_FAILED'
  | 'SESSION_ENDED'
  | 'SESSION_NOT_FOUND'
  | 'INVALID_STATE'
  | 'INVALID_VALUE'
  | 'CONFIGURATION'
  | 'UNKNOWN';

/**
 * Every word the components show or say. English is the default; replace any part through `LabelsProvider` or the
 * `labels` prop of `Softphone`. Numbers and names are handed to functions, so that each language can place them.
 */
export interface Labels extends PeopleLabels {
  readonly language: {
    /** BCP 47 tag of the words, for screen readers and hyphenation; `undefined` where the page says it. */
    readonly tag: string | undefined;
    /** Writing direction; `undefined` takes that of the page. */
    readonly direction: 'ltr' | 'rtl' | undefined;
  };
  readonly dialpad: {
    readonly group: string;
    readonly keys: string;
    readonly field: string;
    readonly placeholder: string;
    /** Letters printed on each key (ITU-T E.161); other scripts have their own. */
    readonly letters: Readonly<Record<DialKey, string>>;
    /** What a key is called; `letters` are those printed on it, with spaces between them. */
    readonly key: (key: DialKey, letters: string) => string;
    readonly plus: string;
    readonly erase: string;
    readonly call: string;
    /** Shown while the field is empty and a last number is known. */
    readonly recall: (number: string) => string;
    readonly entered: (digits: string) => string;
    /** Why the call button does nothing while there is no connection. */
    readonly notConnected: string;
  };
  readonly call: {
    readonly unknown: string;
    readonly status: Readonly<Record<CallMood, string>>;
    readonly elapsed: string;
    readonly region: (name: string) => string;
    readonly via: (account: string) => string;
    /** Said by screen readers when a call changes; an empty string says nothing. */
    readonly announce: (mood: CallMood, name: string) => string;
  };
  readonly controls: {
    readonly group: string;
    readonly mute: string;
    readonly hold: string;
    readonly keypad: string;
    readonly transfer: string;
    readonly add: string;
    readonly devices: string;
    /** Shows the second row of the controls where there is no height for both. */
    readonly more: string;
    readonly hangUp: string;
    readonly cancel: string;
    readonly back: string;
    readonly muted: string;
  };
  readonly addCall: AddCallLabels;
  readonly consultation: ConsultationLabels;
  readonly conference: ConferenceLabels;
  readonly accounts: AccountsLabels;
  readonly keypad: { readonly group: string; readonly sent: string; readonly empty: string; readonly hide: string };
  readonly transfer: {
    readonly group: string;
    readonly title: (name: string) => string;
    readonly suggestions: string;
    readonly placeholder: string;
    readonly start: string;
    readonly cancel: string;
    /** Leaves a transfer to itself. */
    readonly back: string;
    readonly again: string;
    readonly empty: string;
    readonly requested: (target: string) => string;
    readonly trying: (target: string) => string;
    readonly ringing: (target: string) => string;
    readonly accepted: (target: string) => string;
    readonly failed: (target: string, statusCode: number | null) => string;
  };
  readonly incoming: {
    readonly dialog: (name: string) => string;
    /** The one sentence a screen reader says at once. */
    readonly alert: (name: string, number: string) => string;
    readonly title: string;
    readonly silenced: string;
    readonly answer: string;
    readonly decline: string;
    readonly silence: string;
    readonly holdAndAnswer: string;
    readonly titleVideo: string;
    readonly answerVideo: string;
    readonly endAndAnswer: string;
    /** Opens the ways to answer and decline that have no button of their own. */
    readonly more: string;
    readonly busy: string;
    readonly toVoicemail: string;
  };
  readonly ended: {
    readonly talked: (duration: string) => string;
    readonly redial: string;
    readonly dismiss: string;
    readonly retryAfter: (seconds: number) => string;
  };
  readonly causes: Readonly<Record<EndCauseCode, (cause: EndCause) => Sentence>>;
  readonly errors: Readonly<Record<KnownErrorCode, (error: ErrorInfo) => Sentence>>;
  readonly registration: {
    readonly status: Readonly<Record<RegistrationSnapshot['status'], string>>;
    readonly offline: string;
    /** The registrar said no. */
    readonly refused: (error: ErrorInfo) => Sentence;
    readonly retryIn: (seconds: number) => string;
  };
  readonly connection: {
    readonly connecting: string;
    readonly offline: string;
    readonly reconnecting: (seconds: number | null) => string;
    readonly callGoesOn: string;
    readonly noCalls: string;
    readonly stopped: string;
    readonly tryNow: string;
    readonly switchOn: string;
  };
  readonly list: { readonly group: string; readonly switchTo: (name: string) => string };
  readonly log: {
    readonly group: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly call: (name: string) => string;
    readonly outcome: Readonly<Record<'answered' | 'missed' | 'declined' | 'failed' | 'placed' | 'elsewhere', string>>;
    readonly remove: (name: string) => string;
    readonly today: string;
    readonly yesterday: string;
    /** A BCP 47 tag for dates and times; `undefined` takes the browser's. */
    readonly locale: string | undefined;
  };
  readonly audio: { readonly blocked: string; readonly unlock: string };
  readonly details: {
    readonly group: string;
    readonly direction: string;
    readonly incoming: string;
    readonly outgoing: string;
    readonly address: string;
    readonly line: string;
    readonly started: string;
    readonly sound: string;
    readonly both: string;
    readonly oneWay: string;
    readonly none: string;
  };
  readonly phone: { readonly region: string; readonly recent: string; readonly dialpad: string };
  readonly video: VideoLabels;
  readonly recording: RecordingLabels;
  readonly recovery: RecoveryLabels;
  readonly trace: TraceLabels;
  readonly devices: DevicesLabels;
  readonly quality: QualityLabels;
  readonly settings: SettingsLabels;
  readonly notifications: NotificationsLabels;
  readonly headset: HeadsetLabels;
}

/** Any part of {@link Labels}: what is left out stays as it was. */
export type LabelsOverride = { readonly [Section in keyof Labels]?: Partial<Labels[Section]> };
