import { type InputHTMLAttributes, type ReactElement, type ReactNode, useId } from 'react';

/** Props of {@link Field}; what is not named here goes to the input. */
export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** Small, beside the label. */
  readonly remark?: string;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly problem?: string | undefined;
  /** At the end of the field, such as a button that shows a password. */
  readonly end?: ReactNode;
}

/** A labelled text field that says what it wants and what is wrong. */
export function Field(props: FieldProps): ReactElement {
  const { label, value, onValueChange, remark, hint, problem, end, ...input } = props;
  const id = useId();
  const help = problem ?? hint;
  return (
    <div className="app-field">
      <label className="app-field__label" htmlFor={id}>
        {label}
        {remark !== undefined && <span className="app-field__remark">{remark}</span>}
      </label>
      <div className="app-field__box" data-invalid={problem === undefined ? undefined : ''}>
        <input
          {...input}
          id={id}
          className="app-field__input"
          value={value}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
          onChange={(event) => onValueChange(event.currentTarget.value)}
        />
        {end}
      </div>
      {help !== undefined && (
        <p className="app-field__help" id={`${id}-help`} data-invalid={problem === undefined ? undefined : ''}>
          {help}
        </p>
      )}
    </div>
  );
}
