export { Emitter, type Listener, type ListenOptions } from './base/emitter.ts';
export {
  ConfigurationError,
  type ErrorInfo,
  errorInfo,
  InvalidStateError,
  InvalidValueError,
  SipError,
  type SipErrorOptions,
} from './base/errors.ts';
export {
  browserPlatform,
  type Clock,
  consoleLogger,
  type Logger,
  type LogLevel,
  type NetworkWatch,
  type Platform,
  type Random,
  systemClock,
  systemRandom,
  type TextStorage,
  type TimerHandle,
  type WebRtcPlatform,
  type WebSocketLike,
} from './platform.ts';

export type { Credentials, CredentialsProvider, CredentialsRequest } from './auth/authenticator.ts';
export { IncomingMessage, IncomingRequest, IncomingResponse } from './message/incoming-message.ts';
export { NameAddr, NameAddr as NameAddrHeader } from './message/name-addr.ts';
export { OutgoingRequest, OutgoingResponse } from './message/outgoing-message.ts';
export { parseMessage } from './message/parse-message.ts';
export { Uri, Uri as URI } from './message/uri.ts';

export { TransportError } from './transport/transport-error.ts';
export type { Transport, TransportEvents, TransportState } from './transport/transport.ts';
export { WebSocketTransport, type WebSocketTransportOptions } from './transport/web-socket-transport.ts';

export { ConnectionError, RequestTimeoutError, ResponseError } from './user-agent/request-errors.ts';
export { ServerRequest } from './user-agent/server-request.ts';

export {
  Registerer,
  type RegistererEvents,
  type RegistererOptions,
  RegistererState,
  type RegisterOptions,
  type UnregisterOptions,
} from './registration/registerer.ts';
export type { RegistrationSnapshot, RegistrationStatus } from './registration/registration-snapshot.ts';

export type { TerminateOptions } from './session/bye.ts';
export {
  type CallMetadata,
  type DiversionEntry,
  type HistoryEntry,
  type InfoLink,
  type NamedValue,
  NO_METADATA,
  type RemoteParty,
  type SessionIdentifier,
  type UserToUser,
} from './session/call-metadata.ts';
export { CLASSIC_CAUSES, type EndCause, type EndCauseCode, type ReasonValue } from './session/end-cause.ts';
export type { InfoOptions } from './session/info.ts';
export type { DescriptionOptions } from './session/exchange.ts';
export type { ExtensionUse } from './session/extension-use.ts';
export { Invitation } from './session/invitation.ts';
export type {
  InvitationAcceptOptions,
  InvitationProgressOptions,
  InvitationRejectOptions,
} from './session/invitation-options.ts';
export { Inviter, type InviterInviteOptions, type InviterOptions } from './session/inviter.ts';
export type { ReinviteOptions } from './session/reinvite.ts';
export type { SessionDelegate } from './session/session-delegate.ts';
export { SessionEndedError } from './session/session-errors.ts';
export type { SessionEvents } from './session/session-events.ts';
export type { DtmfOptions, DtmfTone, ReferContext, ReferOptions } from './session/session-parts.ts';
export type { SessionTimerOptions } from './session/session-timer-options.ts';
export type { UpdateOptions } from './session/update.ts';
export type {
  Party,
  SessionAct,
  SessionPhase,
  SessionSnapshot,
  SessionStateName,
  TransferSnapshot,
} from './session/session-snapshot.ts';
export { SessionState } from './session/session-state.ts';
export { type MuteOptions, Session, type StateChange } from './session/session.ts';

export { OutgoingRefer, OutgoingRefer as ReferClientContext } from './transfer/outgoing-refer.ts';
export type { ReferEvents } from './transfer/refer-events.ts';
export { Referral, Referral as ReferServerContext } from './transfer/referral.ts';
export { TransferFailedError } from './transfer/transfer-failed-error.ts';

export { MediaError } from './media/media-error.ts';
export type * from './media/session-description-handler.ts';
export { createWebRtcMedia, type WebRtcMediaOptions } from './media/webrtc/webrtc-media.ts';
export { WebRtcSessionDescriptionHandler } from './media/webrtc/webrtc-session-description-handler.ts';

export type { Configuration, TurnServer, UAConfiguration, WeightedServer } from './ua/configuration.ts';
export { C } from './ua/constants.ts';
export type { UASnapshot, UAStatus } from './ua/ua-snapshot.ts';
export { UA, type UAEvents } from './ua/ua.ts';
export { UserAgent, type UserAgentDelegate, type UserAgentOptions, UserAgentState } from './ua/user-agent.ts';
export { Web, Web as WebRTC } from './ua/web.ts';
