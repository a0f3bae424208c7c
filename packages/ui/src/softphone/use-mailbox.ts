'use client';

import { useConnection, useVoicemail } from '@hookswitch/react-sip';

/** What {@link useMailbox} returns. */
export interface Mailbox {
  /** Voice messages that nobody has heard. */
  readonly fresh: number;
  /** What to call to hear them; `null` where nobody knows. */
  readonly call: string | null;
}

/**
 * Our mailbox, and what to call to hear it.
 *
 * @param configured - what to call where the server does not say; `false` asks the server for nothing
 */
export function useMailbox(configured: string | false | undefined): Mailbox {
  const { isConnected } = useConnection();
  const { fresh, account } = useVoicemail(configured === false || !isConnected ? null : undefined);
  return { fresh, call: configured === false ? null : (configured ?? account) };
}
