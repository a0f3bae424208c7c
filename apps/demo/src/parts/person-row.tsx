import { type ReactElement, type ReactNode, useId } from 'react';
import { Avatar } from './avatar.tsx';

/** Props of {@link PersonRow}. */
export interface PersonRowProps {
  /** What the row does, said before the name and not shown: "Call". */
  readonly act: string;
  readonly name: string;
  readonly detail: string;
  /** In place of the first letter. */
  readonly icon?: ReactNode;
  /** At the end, showing what the row does. */
  readonly end: ReactNode;
  /** Cannot be used now: keeps its focus, ignores presses. */
  readonly blocked?: boolean;
  readonly onPress: () => void;
}

/** Somebody on a list, and one thing to do with them. */
export function PersonRow({ act, name, detail, icon, end, blocked = false, onPress }: PersonRowProps): ReactElement {
  const id = useId();
  return (
    <button
      type="button"
      className="app-row"
      aria-describedby={id}
      aria-disabled={blocked || undefined}
      onClick={() => {
        if (!blocked) onPress();
      }}
    >
      <Avatar name={name}>{icon}</Avatar>
      <span className="app-row__text">
        <span className="app-row__name">
          <span className="hs-hidden">{act} </span>
          {name}
        </span>
        <span className="app-row__detail" id={id} aria-hidden>
          {detail}
        </span>
      </span>
      {end}
    </button>
  );
}
