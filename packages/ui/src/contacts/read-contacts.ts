import type { ContactDraft } from '@hookswitch/react-sip/storage';
import { readVCards } from './vcard.ts';

/** Contacts of one file that are taken in. */
const most = 5000;

/** Reads the contacts of a file: vCards, or what a phone storage exported. Nothing when it is something else. */
export function readContacts(text: string): readonly ContactDraft[] {
  if (/^\s*BEGIN:VCARD/i.test(text)) return readVCards(text);
  const list = part(parse(text), 'contacts');
  return Array.isArray(list) ? list.slice(0, most).flatMap((each: unknown) => readDraft(each) ?? []) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readDraft(value: unknown): ContactDraft | null {
  const [id, name, note, list] = ['id', 'name', 'note', 'addresses'].map((key) => part(value, key));
  if (typeof name !== 'string' || name === '' || !Array.isArray(list)) return null;
  const addresses = list.flatMap((each: unknown) => {
    const [address, label] = [part(each, 'address'), part(each, 'label')];
    return typeof address === 'string' && address !== ''
      ? [{ address, label: typeof label === 'string' ? label : '' }]
      : [];
  });
  const draft = { name, addresses, favourite: part(value, 'favourite') === true };
  return {
    ...draft,
    ...(typeof id === 'string' && id !== '' && { id }),
    ...(typeof note === 'string' && { note }),
  };
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}
