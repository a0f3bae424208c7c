import type { ReactElement, ReactNode } from 'react';

/** A disc with the first letter of a name, or an icon. */
export function Avatar({ name, children }: { readonly name: string; readonly children?: ReactNode }): ReactElement {
  return (
    <span className="app-avatar" aria-hidden>
      {children ?? Array.from(name)[0]?.toUpperCase()}
    </span>
  );
}
