import type { ReactElement } from 'react';
import { PersonIcon } from '../icons/icons.ts';

/** Props of {@link NoPicture}. */
export interface NoPictureProps {
  /** Whose picture is missing; text from the network. */
  readonly name: string;
  /** Why, in words. */
  readonly note: string;
}

/** In place of a picture: the letters somebody's name begins with, and why there is nothing else to see. */
export function NoPicture({ name, note }: NoPictureProps): ReactElement {
  const letters = initials(name);
  return (
    <div className="hs-video__none">
      <span className="hs-video__face" aria-hidden>
        {letters === '' ? <PersonIcon className="hs-video__person" /> : <bdi>{letters}</bdi>}
      </span>
      <p className="hs-video__note">{note}</p>
    </div>
  );
}

/** The first letters of the first and the last word; none of a number. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{Letter}/u.test(word));
  const first = (word: string | undefined): string => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '';
  return first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '');
}
