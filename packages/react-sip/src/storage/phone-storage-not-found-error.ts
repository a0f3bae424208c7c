'use client';

import { SipError } from '@hookswitch/sip-core';

/** A hook of the storage was used outside of any `PhoneStorageProvider`. */
export class PhoneStorageNotFoundError extends SipError {
  override readonly code = 'STORAGE_PROVIDER_NOT_FOUND';

  constructor() {
    super(
      'No PhoneStorageProvider above this component. Wrap the app in <PhoneStorageProvider storage={storage}>, or ask ' +
        'useOptionalPhoneStorage whether there is one. Without one, the store has the calls of this page: ' +
        'useSipStore(({ ended }) => ended).',
    );
  }
}
