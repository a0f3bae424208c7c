import type { ToneCountry } from '@hookswitch/sip-core';
import type { Sentence } from './labels.ts';

/** The words of the settings. */
export interface SettingsLabels {
  readonly title: string;
  readonly devices: string;
  readonly ringing: string;
  readonly ringVolume: string;
  readonly ringCountry: string;
  readonly country: (country: ToneCountry) => string;
  readonly doNotDisturb: string;
  readonly doNotDisturbHint: string;
  readonly percent: (count: number) => string;
  readonly test: {
    readonly title: string;
    readonly hint: string;
    readonly start: string;
    readonly stop: string;
    readonly again: string;
    readonly step: Readonly<Record<'microphone' | 'connecting' | 'measuring', string>>;
    readonly verdict: Readonly<Record<'good' | 'fair' | 'poor', Sentence>>;
    readonly silentMicrophone: Sentence;
    readonly relayUnreachable: Sentence;
    /** Media did not leave this computer. */
    readonly local: string;
    readonly candidates: string;
    readonly candidate: Readonly<Record<'host' | 'srflx' | 'relay', string>>;
    readonly microphone: string;
    readonly loud: string;
    readonly silent: string;
  };
  readonly account: {
    readonly title: string;
    readonly address: string;
    readonly server: string;
    readonly displayName: string;
    readonly user: string;
    readonly userHint: string;
    readonly password: string;
    readonly keepPassword: string;
    readonly keepPasswordHint: string;
    readonly save: string;
    readonly needed: string;
  };
  readonly data: {
    readonly title: string;
    readonly export: string;
    readonly exportHint: string;
    readonly delete: string;
    readonly deleteHint: string;
    readonly confirm: string;
    readonly confirmDelete: string;
    readonly keep: string;
    readonly deleted: string;
  };
  /** Where what was chosen is kept. */
  readonly kept: Readonly<Record<'browser' | 'page', string>>;
  readonly notSaved: Sentence;
}
