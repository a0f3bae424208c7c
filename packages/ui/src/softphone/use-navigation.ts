import { useState } from 'react';
import { idOf, type PhoneSection } from './sections.ts';

/** Where in the phone somebody wants to be. */
export interface Place {
  readonly section: string;
  /** Whom to write to, for the messages; or whom to add, for the contacts. */
  readonly target?: string | undefined;
  /** The name of whom to add. */
  readonly name?: string | undefined;
}

/** What {@link useNavigation} returns. */
export interface Navigation {
  /** The section that is chosen. */
  readonly place: Place;
  /** Whether somebody looks at a section although there is a call. */
  readonly away: boolean;
  /** Whether that is because somebody was writing when it rang. */
  readonly stays: boolean;
  readonly go: (place: Place) => void;
  readonly showCall: () => void;
}

/**
 * Which section is open, and whether it is in the place of a call. A call comes before the sections until somebody
 * leaves it for one; the next call comes before them again. One that comes in while somebody writes takes nothing away.
 *
 * @param screen - tells one call screen from another; `null` while there is none
 * @param wide - whether sections have a place beside the call
 * @param typing - whether somebody writes where the call would be
 */
export function useNavigation(
  sections: readonly PhoneSection[],
  screen: string | null,
  wide: boolean,
  typing: boolean,
): Navigation {
  const [place, setPlace] = useState<Place>({ section: 'keypad' });
  const [left, setLeft] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const [seen, setSeen] = useState(screen);
  if (screen !== seen) {
    setSeen(screen);
    const rings = screen?.startsWith('incoming ') === true;
    const gaveUp = screen?.startsWith('ended ') === true && kept === seen;
    if (typing && (rings || gaveUp)) setKept(screen);
  }
  const stays = screen !== null && kept === screen;
  const ids = sections.map(idOf).filter((id) => !wide || id !== 'keypad');
  const section = ids.includes(place.section) ? place.section : (ids[0] ?? 'keypad');
  return {
    place: section === place.section ? place : { section },
    away: stays || (!wide && screen !== null && left === screen),
    stays,
    go: (next) => {
      setPlace(next);
      setLeft(screen);
    },
    showCall: () => {
      setLeft(null);
      setKept(null);
    },
  };
}
