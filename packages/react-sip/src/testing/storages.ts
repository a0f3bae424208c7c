import { createPhoneStorage, type CreatePhoneStorageParameters } from '../storage/create-phone-storage.ts';
import type { PhoneStorage } from '../storage/phone-storage.ts';

const opened: PhoneStorage[] = [];
let names = 0;

/** A name that no other test uses. */
export function freshName(): string {
  names += 1;
  return `phone-${names}`;
}

/** A storage that {@link closeStorages} closes. */
export function storageOf(parameters: CreatePhoneStorageParameters): PhoneStorage {
  const storage = createPhoneStorage(parameters);
  opened.push(storage);
  return storage;
}

/** Closes every storage that was opened. */
export async function closeStorages(): Promise<void> {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
}

/** What the next page of the same browser finds. */
export async function reopened(name: string): Promise<PhoneStorage> {
  await closeStorages();
  const storage = storageOf({ name });
  await storage.load();
  return storage;
}
