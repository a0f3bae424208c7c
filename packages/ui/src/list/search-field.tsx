import type { ReactElement } from 'react';
import { SearchIcon } from '../icons/icons.ts';

/** Props of {@link SearchField}. */
export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field to look for something in a list. */
export function SearchField({ label, value, onChange }: SearchFieldProps): ReactElement {
  return (
    <div className="hs-search">
      <SearchIcon aria-hidden focusable={false} className="hs-search__icon" />
      <input
        type="search"
        className="hs-search__field"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
