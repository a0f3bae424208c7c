'use client';

export { callRecord, type CallOutcome, type CallRecord } from './call-record.ts';
export type { Contact, ContactAddress, ContactDraft } from './contact.ts';
export { createPhoneStorage, type CreatePhoneStorageParameters } from './create-phone-storage.ts';
export type { MessageRecord } from './message-record.ts';
export { PhoneStorageNotFoundError } from './phone-storage-not-found-error.ts';
export {
  PhoneStorageProvider,
  type PhoneStorageProviderProps,
  useOptionalPhoneStorage,
} from './phone-storage-provider.tsx';
export type {
  CallHistory,
  Contacts,
  ImportOptions,
  ImportResult,
  ListState,
  MessageArchive,
  PhoneExport,
  PhoneStorage,
  ReadableStore,
  Settings,
  StorageLimits,
  UpdateSettingsOptions,
} from './phone-storage.ts';
export { recordCalls } from './record-calls.ts';
export { type AccountSettings, DEFAULT_SETTINGS, type JsonValue, type PhoneSettings } from './settings.ts';
export { ImportRefusedError, StorageFullError } from './storage-errors.ts';
export type { MemoryReason, StorageStatus } from './storage-status.ts';
export { useCallHistory, type UseCallHistoryReturnType } from './use-call-history.ts';
export { useContacts, type UseContactsReturnType } from './use-contacts.ts';
export { usePhoneStorage, type UsePhoneStorageReturnType } from './use-phone-storage.ts';
export { useSettings, type UseSettingsReturnType } from './use-settings.ts';
export { usePhoneSettings, type UsePhoneSettingsReturnType } from './use-phone-settings.ts';
