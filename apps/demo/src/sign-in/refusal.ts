import type { ErrorInfo } from '@hookswitch/sip-core';
import { words } from '../words.ts';

/** Why a sign-in came to nothing, for a person and, small, for whoever runs the server. */
export interface Refusal {
  readonly what: string;
  readonly next: string;
  /** The error's code and SIP status; `null` where there is none. */
  readonly technical: string | null;
}

/** Whether an error means that trying again unchanged is of no use. */
export function isRefusal(error: ErrorInfo): boolean {
  return error.code === 'AUTHENTICATION' || (!error.retryable && error.statusCode !== null && error.statusCode < 500);
}

/** Puts the registrar's no into words. */
export function refusalOf(error: ErrorInfo): Refusal {
  const technical = words.refused.technical(error.code, error.statusCode);
  if (error.statusCode === 404) return { ...words.refused.unknown, technical };
  const credentials = error.code === 'AUTHENTICATION' || [401, 403, 407].includes(error.statusCode ?? 0);
  return { ...(credentials ? words.refused.password : words.refused.other), technical };
}
