'use client';

import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { type DialKey, isDialKey } from '../dialpad/dial-keys.ts';
import { KeyGrid } from '../dialpad/key-grid.tsx';
import { useKeypadLabels } from '../labels/hooks/use-keypad-labels.ts';

/** Props of {@link InCallKeypad}. */
export interface InCallKeypadProps {
  /** Sends one digit to the far end. */
  readonly onDigit: (digit: DialKey) => void;
  /** Shows dots in place of digits, for codes that nobody else should read; default false. */
  readonly privateDigits?: boolean;
}

/** Keys that talk to the machine at the other end (DTMF), and the digits sent so far. They are kept nowhere else. */
export function InCallKeypad({ onDigit, privateDigits = false }: InCallKeypadProps): ReactElement {
  const labels = useKeypadLabels();
  const [sent, setSent] = useState('');
  const [lit, setLit] = useState<DialKey | null>(null);
  const send = (digit: DialKey): void => {
    setSent((before) => before + digit);
    onDigit(digit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || !isDialKey(event.key)) return;
    setLit(event.key);
    send(event.key);
  };
  return (
    <div className="hs-incall-keypad" onKeyDown={onKeyDown} onKeyUp={() => setLit(null)}>
      <output
        className="hs-incall-keypad__sent"
        aria-label={labels.sent}
        aria-live="off"
        data-empty={sent === '' ? '' : undefined}
      >
        <bdi dir="ltr">{sent === '' ? labels.empty : privateDigits ? '•'.repeat(sent.length) : sent}</bdi>
      </output>
      <KeyGrid label={labels.group} lit={lit} onKey={send} />
    </div>
  );
}
