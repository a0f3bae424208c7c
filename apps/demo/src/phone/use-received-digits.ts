import { useSession, useUA } from '@hookswitch/react-sip';
import { type DtmfTone, UA } from '@hookswitch/sip-core';
import { useEffect, useState } from 'react';

/** How many digits are kept; a code is shorter. */
const LIMIT = 32;

/** What the other end of the focused call has pressed so far. */
export function useReceivedDigits(): string {
  const ua = useUA();
  const { session } = useSession();
  const id = session?.id ?? null;
  const [received, setReceived] = useState<{ readonly id: string | null; readonly digits: string }>({ id, digits: '' });

  useEffect(() => {
    const phone: UA | null = ua instanceof UA ? ua : null;
    const call = id === null ? undefined : phone?.sessions.get(id);
    if (call === undefined) return;
    const onDigit = (_request: unknown, { tone, direction }: DtmfTone): void => {
      if (direction !== 'incoming') return;
      setReceived((before) => ({ id, digits: ((before.id === id ? before.digits : '') + tone).slice(-LIMIT) }));
    };
    call.on('dtmf', onDigit);
    return () => {
      call.off('dtmf', onDigit);
    };
  }, [ua, id]);
  return received.id === id && session?.phase !== 'ended' ? received.digits : '';
}
