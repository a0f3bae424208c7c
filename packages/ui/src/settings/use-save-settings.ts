'use client';

import { type PhoneSettings, type UpdateSettingsOptions, usePhoneSettings } from '@hookswitch/react-sip/storage';
import { useState } from 'react';

/** Keeps what the person chose. */
export type SaveSettings = (changes: Partial<PhoneSettings>, options?: UpdateSettingsOptions) => void;

/** Saves settings, and knows when that did not work. */
export function useSaveSettings(): { readonly save: SaveSettings; readonly failed: boolean } {
  const { update } = usePhoneSettings();
  const [failed, setFailed] = useState(false);
  const save: SaveSettings = (changes, options) => {
    update(changes, options).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return { save, failed };
}
