export { ConfigurationError, InvalidStateError, InvalidValueError, SipError, errorInfo } from './base/errors.ts';
export type { ErrorInfo, SipErrorOptions } from './base/errors.ts';
export type * from './media/session-description-handler.ts';
export type { RegistrationSnapshot, RegistrationStatus } from './registration/registration-snapshot.ts';
export type { EndCause, EndCauseCode, ReasonValue } from './session/end-cause.ts';
export type {
  Party,
  SessionAct,
  SessionPhase,
  SessionSnapshot,
  SessionStateName,
  TransferSnapshot,
} from './session/session-snapshot.ts';
export type { UASnapshot, UAStatus } from './ua/ua-snapshot.ts';
