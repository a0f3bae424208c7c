'use client';

import { useUA } from '@hookswitch/react-sip';
import { usePhoneSettings } from '@hookswitch/react-sip/storage';
import { useEffect } from 'react';
import { start } from '../call/call-actions.ts';

/**
 * Does what "do not disturb" in the settings says: callers get 480, which RFC 3261 section 21.4.18 has for it, and nothing
 * rings. Calls that ring already go on.
 */
export function useDoNotDisturb(): void {
  const ua = useUA();
  const { doNotDisturb } = usePhoneSettings().settings;
  useEffect(() => {
    if (!doNotDisturb) return undefined;
    return ua.on('invite', (invitation) => {
      start(() => invitation.reject({ statusCode: 480, reasonPhrase: 'Do Not Disturb' }));
    });
  }, [ua, doNotDisturb]);
}
