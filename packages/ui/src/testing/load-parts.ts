import { LazyAccountPicker } from '../account-picker/lazy-account-picker.tsx';
import { phoneParts } from '../lazy/parts.ts';

/** Fetches what the phone fetches when it is needed, for tests that look at once. */
export async function loadParts(): Promise<void> {
  await Promise.all([...phoneParts, LazyAccountPicker].map((part) => part.preload()));
}
