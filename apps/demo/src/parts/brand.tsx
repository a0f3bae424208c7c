import type { ReactElement } from 'react';
import { words } from '../words.ts';

/** The mark and the name. */
export function Brand(): ReactElement {
  return (
    <span className="app-brand">
      <img className="app-brand__mark" src="/hookswitch.svg" alt="" width="28" height="28" />
      <span className="app-brand__name">{words.product}</span>
    </span>
  );
}
