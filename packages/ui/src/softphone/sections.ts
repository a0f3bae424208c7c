import type { ReactNode } from 'react';
import type { Icon } from '../icons/icons.ts';

/** The sections that the phone has by itself. */
export type SectionName = 'keypad' | 'recents' | 'contacts' | 'messages' | 'settings';

/** A section of the app's own, or with the name of one of the phone's, in its place. */
export interface CustomSection {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly content: ReactNode;
  /** How many things in it are new. */
  readonly news?: number | undefined;
}

/** A section, as it is asked for. */
export type PhoneSection = SectionName | CustomSection;

/** All of them, in their order. */
export const allSections: readonly SectionName[] = ['keypad', 'recents', 'contacts', 'messages'];

/** What a section is known by. */
export function idOf(section: PhoneSection): string {
  return typeof section === 'string' ? section : section.id;
}
