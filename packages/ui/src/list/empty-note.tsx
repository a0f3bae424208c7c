import type { ReactElement, ReactNode } from 'react';

/** Props of {@link EmptyNote}. */
export interface EmptyNoteProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
}

/** In the place of a list that has nothing in it: why, and what to do. */
export function EmptyNote({ title, hint, children }: EmptyNoteProps): ReactElement {
  return (
    <div className="hs-empty">
      <p className="hs-empty__title">{title}</p>
      {hint !== undefined && <p className="hs-empty__hint">{hint}</p>}
      {children}
    </div>
  );
}
