import type { ReactElement } from 'react';
import { initials } from '../contacts/initials.ts';
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
