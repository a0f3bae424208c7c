/** The shapes this package draws. They are sip-core's own; nothing here changes them. */
export type {
  EndCause,
  EndCauseCode,
  ErrorInfo,
  Party,
  RegistrationSnapshot,
  SessionAct,
  SessionPhase,
  SessionSnapshot,
  TransferSnapshot,
  UASnapshot,
} from '@hookswitch/sip-core';
