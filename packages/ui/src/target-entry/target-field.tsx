import type { ReactElement } from 'react';
import { cleanNumber } from '../dialpad/clean-number.ts';
import type { TargetEntry } from './use-target-entry.ts';

/** Props of {@link TargetField}. */
export interface TargetFieldProps {
  readonly id: string;
  readonly entry: TargetEntry;
  readonly title: string;
  readonly placeholder: string;
  readonly readOnly?: boolean;
  readonly describedBy: string;
}

/** Asks for a number or an address, in a display like that of the dialpad. */
export function TargetField(props: TargetFieldProps): ReactElement {
  const { id, entry, title, placeholder, readOnly = false, describedBy } = props;
  const { attach, value, missing, change } = entry;
  return (
    <>
      <label className="hs-target__title" htmlFor={id}>
        <bdi>{title}</bdi>
      </label>
      <input
        ref={attach}
        id={id}
        className="hs-target__field"
        type="text"
        inputMode="tel"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        placeholder={placeholder}
        aria-invalid={missing || undefined}
        aria-describedby={describedBy}
        readOnly={readOnly}
        value={value}
        onChange={(event) => change(event.target.value)}
        onPaste={(event) => {
          event.preventDefault();
          const { selectionStart, selectionEnd, value: text } = event.currentTarget;
          const pasted = cleanNumber(event.clipboardData.getData('text'));
          change(text.slice(0, selectionStart ?? 0) + pasted + text.slice(selectionEnd ?? text.length));
        }}
      />
    </>
  );
}
