/** The shapes this package draws. They are sip-core's own; nothing here changes them. */
export type {
  EndCause,
  EndCauseCode,
  ErrorInfo,
  Party,
  RegistrationSnapshot,
  SessionSnapshot,
  TransferSnapshot,
  UASnapshot,
} from '@hookswitch/sip-core';
