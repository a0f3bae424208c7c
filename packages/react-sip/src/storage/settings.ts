'use client';

import { numberOf, objectOf, textOf, wordOf } from './record-reading.ts';

/** Anything that JSON can write. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The account that a phone signs in with. */
export interface AccountSettings {
  /** Our address. */
  readonly uri: string;
  /** WebSocket URI of the server. */
  readonly server: string;
  readonly displayName: string | null;
  /** User name for authentication where it is not that of the address. */
  readonly authorizationUser: string | null;
  /** Kept only when `update` is told so with `rememberPassword`; otherwise `null`. */
  readonly password: string | null;
}

/** What a person has chosen. Devices are not here: the device manager remembers those. */
export interface PhoneSettings {
  readonly account: AccountSettings | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** A language tag such as `de`; `null` is that of the browser. */
  readonly language: string | null;
  /** Whether calls are to ring. */
  readonly doNotDisturb: boolean;
  /** 0 to 1. */
  readonly ringVolume: number;
  /** What the app itself wants kept. Parts whose names speak of a password or secret are left out. */
  readonly app: Readonly<Record<string, JsonValue>>;
}

/** What applies until somebody chooses. */
export const DEFAULT_SETTINGS: PhoneSettings = /* @__PURE__ */ Object.freeze({
  account: null,
  theme: 'system',
  language: null,
  doNotDisturb: false,
  ringVolume: 1,
  app: /* @__PURE__ */ Object.freeze({}),
});

/** One setting, as it is kept. Each has a record of its own, so that two tabs may change two settings. */
export interface SettingRecord {
  readonly id: keyof PhoneSettings;
  readonly value: unknown;
}

const NAMES = Object.keys(DEFAULT_SETTINGS) as readonly (keyof PhoneSettings)[];
/** Characters of JSON that one setting has at the most. */
export const LONGEST_SETTING = 65_536;

/** Whether a setting is more than is kept of one. */
export function isTooLong({ value }: SettingRecord): boolean {
  return JSON.stringify(value).length > LONGEST_SETTING;
}

/** Reads a record, whoever wrote it; `null` when it is none. */
export function readSettingRecord(value: unknown): SettingRecord | null {
  const record = objectOf(value);
  const id = wordOf(record?.['id'], NAMES);
  return id === null ? null : Object.freeze({ id, value: record?.['value'] });
}

/** The settings that some records stand for; what cannot be read is as nobody had chosen it. */
export function readSettings(records: readonly SettingRecord[]): PhoneSettings {
  const chosen = new Map(records.map(({ id, value }) => [id, value]));
  const volume = numberOf(chosen.get('ringVolume'));
  return Object.freeze<PhoneSettings>({
    account: readAccount(chosen.get('account')),
    theme: wordOf(chosen.get('theme'), ['system', 'light', 'dark']) ?? DEFAULT_SETTINGS.theme,
    language: textOf(chosen.get('language')),
    doNotDisturb: chosen.get('doNotDisturb') === true,
    ringVolume: volume === null ? DEFAULT_SETTINGS.ringVolume : Math.min(1, Math.max(0, volume)),
    app: jsonObject(chosen.get('app')),
  });
}

function readAccount(value: unknown): AccountSettings | null {
  const account = objectOf(value);
  const uri = textOf(account?.['uri']);
  const server = textOf(account?.['server']);
  if (account === null || uri === null || server === null) return null;
  return {
    ...{ uri, server },
    displayName: textOf(account['displayName']),
    authorizationUser: textOf(account['authorizationUser']),
    password: textOf(account['password']),
  };
}

function jsonObject(value: unknown): Readonly<Record<string, JsonValue>> {
  const json = withoutSecrets(value);
  return isJsonObject(json) ? json : {};
}

function isJsonObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The records that some changes are kept as: without the password unless it is to be remembered, and without anything
 * whose name speaks of a secret.
 */
export function settingRecords(changes: Partial<PhoneSettings>, rememberPassword: boolean): readonly SettingRecord[] {
  return NAMES.filter((id) => changes[id] !== undefined).map((id) => {
    const value = withoutSecrets(changes[id]);
    const password = changes.account?.password;
    if (id !== 'account' || !rememberPassword || typeof password !== 'string') return { id, value };
    return { id, value: { ...objectOf(value), password } };
  });
}

const SECRET = /pass_?(word|wd|phrase|code)|secret|credential|^ha1$|^pin$/i;

/** A copy as JSON would make it, without what its name says is secret. */
function withoutSecrets(value: unknown, depth = 0): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null || depth > 20) return null;
  if (Array.isArray(value)) return value.map((part) => withoutSecrets(part, depth + 1));
  const parts = Object.entries(value).filter(([key, part]) => part !== undefined && !SECRET.test(key));
  return Object.fromEntries(parts.map(([key, part]) => [key, withoutSecrets(part, depth + 1)]));
}
