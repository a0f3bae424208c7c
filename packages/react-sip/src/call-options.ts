'use client';

import type {
  DtmfOptions,
  InvitationAcceptOptions,
  InvitationRejectOptions,
  InviterOptions,
  ReferOptions,
} from '@hookswitch/sip-core';

/** How a call is placed. */
export type CallOptions = InviterOptions;

/** How a call is answered. */
export type AnswerOptions = InvitationAcceptOptions;

/** How a call is declined: by default with 480, which lets it ring on elsewhere. */
export type DeclineOptions = InvitationRejectOptions;

/** How a call is transferred. */
export type TransferOptions = ReferOptions;

export type { DtmfOptions };
