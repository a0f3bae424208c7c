import { useCallback, useEffect, useRef, useState } from 'react';

/** What {@link useTargetEntry} returns. */
export interface TargetEntry {
  /** Is handed the field. */
  readonly attach: (field: HTMLInputElement | null) => void;
  readonly value: string;
  /** Whether something was asked for with nothing typed. */
  readonly missing: boolean;
  readonly change: (value: string) => void;
  /** Fills the field, and goes there. */
  readonly choose: (target: string) => void;
  /** What was typed; `null` where that is nothing, which the field then says. */
  readonly take: () => string | null;
}

/** The text of a form that asks for a number or an address. Its field has the focus when it appears. */
export function useTargetEntry(initial: string = ''): TargetEntry {
  const [value, setValue] = useState(initial);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const attach = useCallback((element: HTMLInputElement | null): void => {
    field.current = element;
  }, []);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const change = (text: string): void => {
    setValue(text);
    setMissing(false);
  };
  return {
    ...{ attach, value, missing, change },
    choose: (target) => {
      change(target);
      field.current?.focus();
    },
    take: () => {
      const target = value.trim();
      setMissing(target === '');
      if (target !== '') return target;
      field.current?.focus();
      return null;
    },
  };
}
