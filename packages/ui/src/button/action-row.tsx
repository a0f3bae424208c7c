import type { ReactElement, ReactNode } from 'react';

/** Props of {@link ActionRow}. */
export interface ActionRowProps {
  /** Left of the main action in left-to-right scripts. */
  readonly start?: ReactNode;
  /** The action in the place where the hand expects it: call, hang up, call again. */
  readonly main: ReactNode;
  readonly end?: ReactNode;
}

/** The foot of every screen of the phone: the main action never moves between them. */
export function ActionRow({ start, main, end }: ActionRowProps): ReactElement {
  return (
    <div className="hs-action-row">
      <div className="hs-action-row__side">{start}</div>
      <div className="hs-action-row__main">{main}</div>
      <div className="hs-action-row__side">{end}</div>
    </div>
  );
}
