import { type ReactElement, useId } from 'react';

/** Props of {@link CheckBox}. */
export interface CheckBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly hint?: string;
}

/** A box to tick, with its whole line to click on. */
export function CheckBox({ label, checked, onCheckedChange, hint }: CheckBoxProps): ReactElement {
  const id = useId();
  return (
    <div className="app-check">
      <label className="app-check__line">
        <input
          type="checkbox"
          className="app-check__box"
          checked={checked}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => onCheckedChange(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p className="app-check__hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}
