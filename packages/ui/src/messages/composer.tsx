'use client';

import { type KeyboardEvent, type ReactElement, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { SendIcon } from '../icons/icons.ts';
import { useMessagesLabels } from '../labels/hooks/use-messages-labels.ts';

/** Characters that one text may have. */
const most = 4000;

/** Props of {@link Composer}. */
export interface ComposerProps {
  /** Whom the text goes to. */
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSend: (text: string) => void;
  /** Why nothing can be sent now, in words. */
  readonly blocked?: string | null | undefined;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean | undefined;
}

/** Where a text is written: Enter sends it, Shift and Enter begins a new line. */
export function Composer({ name, value, onChange, onSend, blocked = null, autoFocus }: ComposerProps): ReactElement {
  const labels = useMessagesLabels();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus === true) field.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  const tooLong = value.length > most;
  const text = value.trim();
  const possible = text !== '' && !tooLong && blocked === null;
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (possible) onSend(text);
    field.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter also takes what an input method offers.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  };
  return (
    <form className="hs-composer" onSubmit={send}>
      <textarea
        ref={field}
        className="hs-composer__field"
        aria-label={labels.field(name)}
        aria-describedby={id}
        aria-invalid={tooLong || undefined}
        placeholder={labels.placeholder}
        dir="auto"
        rows={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ActionButton
        icon={SendIcon}
        label={labels.send}
        tone="accent"
        size="small"
        labelled="hidden"
        mirrored
        blocked={!possible}
        describedBy={id}
        onPress={() => {
          if (possible) onSend(text);
        }}
      />
      <p id={id} className="hs-composer__hint" data-shown={tooLong || blocked !== null ? '' : undefined}>
        {tooLong ? labels.tooLong(most) : (blocked ?? labels.keys)}
      </p>
    </form>
  );
}
