import type { ReactElement } from 'react';
import { words } from '../words.ts';
import { useReceivedDigits } from './use-received-digits.ts';

/** The digits that the other end pressed during this call; nothing while there are none. */
export function ReceivedDigits(): ReactElement | null {
  const digits = useReceivedDigits();
  if (digits === '') return null;
  return (
    <p className="app-digits" role="status">
      {words.line.digits}
      <output className="app-digits__digits">{digits}</output>
    </p>
  );
}
