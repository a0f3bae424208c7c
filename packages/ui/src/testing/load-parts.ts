import { LazyAccountPicker } from '../account-picker/lazy-account-picker.tsx';
import { callParts, LazyOtherAccounts, phoneParts } from '../lazy/parts.ts';

/** Fetches what the phone fetches when it is needed, for tests that look at once. */
export async function loadParts(): Promise<void> {
  await Promise.all([...callParts, ...phoneParts, LazyAccountPicker, LazyOtherAccounts].map((part) => part.preload()));
}
