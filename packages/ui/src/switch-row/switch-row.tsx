'use client';

import { type ReactElement, useId } from 'react';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link SwitchRow}. */
export interface SwitchRowProps {
  readonly label: string;
  /** What it does, in small letters below. */
  readonly hint?: string | null;
  readonly on: boolean;
  /** Cannot be used now: keeps its focus, ignores presses. */
  readonly blocked?: boolean;
  readonly onChange: (on: boolean) => void;
  readonly className?: string | undefined;
}

/** A setting that is on or off, with the whole line to press on. */
export function SwitchRow({
  label,
  hint = null,
  on,
  blocked = false,
  onChange,
  className,
}: SwitchRowProps): ReactElement {
  const id = useId();
  return (
    <div className={classNames('hs-switch', className)}>
      <button
        type="button"
        role="switch"
        className="hs-switch__row"
        aria-checked={on}
        aria-disabled={blocked || undefined}
        aria-describedby={hint === null ? undefined : id}
        onClick={() => {
          if (!blocked) onChange(!on);
        }}
      >
        <span className="hs-switch__label">{label}</span>
        <span aria-hidden className="hs-switch__track">
          <span className="hs-switch__knob" />
        </span>
      </button>
      {hint !== null && (
        <p id={id} className="hs-switch__hint">
          {hint}
        </p>
      )}
    </div>
  );
}
