'use client';

import { SipError } from '@hookswitch/sip-core';

/** There is no room for it: a limit of the storage was reached. Nothing was changed. */
export class StorageFullError extends SipError {
  override readonly code = 'STORAGE_FULL';
  readonly limit: number;

  constructor(what: string, limit: number) {
    super(`No more ${what}: the limit is ${limit}.`);
    this.limit = limit;
  }
}

/** What was to be imported is no export of a phone storage. Nothing was changed. */
export class ImportRefusedError extends SipError {
  override readonly code = 'IMPORT_REFUSED';

  constructor(reason: string) {
    super(`This cannot be imported: ${reason}.`);
  }
}
