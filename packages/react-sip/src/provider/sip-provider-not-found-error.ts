'use client';

import { SipError } from '@hookswitch/sip-core';

/** A hook was used outside of any `SipProvider`. */
export class SipProviderNotFoundError extends SipError {
  override readonly code = 'PROVIDER_NOT_FOUND';

  constructor() {
    super('No SipProvider above this component. Wrap the part of the app that calls in <SipProvider ua={ua}>.');
  }
}
