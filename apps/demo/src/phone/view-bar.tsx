import GripIcon from 'lucide-react/icons/grip';
import HistoryIcon from 'lucide-react/icons/history';
import UsersIcon from 'lucide-react/icons/users';
import type { ReactElement } from 'react';
import { words } from '../words.ts';

/** The column that a narrow page shows. */
export type View = 'phone' | 'people' | 'recent';

const views = [
  { view: 'people', icon: UsersIcon },
  { view: 'phone', icon: GripIcon },
  { view: 'recent', icon: HistoryIcon },
] as const;

/** Props of {@link ViewBar}. */
export interface ViewBarProps {
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** Which column a narrow page shows, at the bottom where the thumb is. Wide pages show them all and hide this. */
export function ViewBar({ view, onView }: ViewBarProps): ReactElement {
  return (
    <nav className="app-views" aria-label={words.views.group}>
      {views.map(({ view: name, icon: Glyph }) => (
        <button
          key={name}
          type="button"
          className="app-views__view"
          aria-current={view === name ? 'page' : undefined}
          onClick={() => onView(name)}
        >
          <Glyph aria-hidden className="app-icon" />
          {words.views[name]}
        </button>
      ))}
    </nav>
  );
}
