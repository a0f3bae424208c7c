export { Emitter, type Listener, type ListenOptions, type Observer } from './base/emitter.ts';
export {
  type CaptureDevice,
  ConfigurationError,
  type ErrorInfo,
  errorInfo,
  InvalidStateError,
  InvalidValueError,
  SipError,
  type SipErrorOptions,
} from './base/errors.ts';
export type { StateChange } from './base/state-change.ts';
export type { Executor, PageLeaving, PageLife, Will } from './page-life.ts';
export type { PageTabs, TabChannel } from './page-tabs.ts';
export {
  browserPlatform,
  type Clock,
  consoleLogger,
  type DevicePermission,
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
export { serializeRequest, serializeResponse } from './message/serialize.ts';
export { Uri, Uri as URI } from './message/uri.ts';

export { TransportError } from './transport/transport-error.ts';
export type { Transport, TransportEvents, TransportState } from './transport/transport.ts';
export { WebSocketTransport, type WebSocketTransportOptions } from './transport/web-socket-transport.ts';

export {
  type CancelOptions,
  ClientContext,
  type ClientContextEvents,
  RequestCanceledError,
} from './user-agent/client-context.ts';
export type { TracedSipMessage } from './user-agent/message-trace.ts';
export type { PlainRequestOptions } from './user-agent/plain-request.ts';
export { ConnectionError, RequestTimeoutError, ResponseError } from './user-agent/request-errors.ts';
export { type ReplyOptions, ServerContext } from './user-agent/server-context.ts';
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
export { NotResumedError, ResumedCall } from './session/resumed-call.ts';
export { MediaControlError } from './session/media-control.ts';
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
export { type MuteOptions, Session } from './session/session.ts';

export { OutgoingRefer, OutgoingRefer as ReferClientContext } from './transfer/outgoing-refer.ts';
export type { ReferEvents } from './transfer/refer-events.ts';
export { Referral, Referral as ReferServerContext } from './transfer/referral.ts';
export { TransferFailedError } from './transfer/transfer-failed-error.ts';

export { ComposingReceiver } from './messaging/composing-receiver.ts';
export { ComposingSender, type ComposingSenderOptions } from './messaging/composing-sender.ts';
export { InboundMessage } from './messaging/inbound-message.ts';
export { IS_COMPOSING, type IsComposing, readIsComposing, writeIsComposing } from './messaging/is-composing.ts';
export { Message } from './messaging/message.ts';
export {
  Messager,
  type MessagerMessageOptions,
  type MessagerOptions,
  type MessagingOwner,
} from './messaging/messager.ts';
export { type MessageOptions, type MessageReceiver, Messaging } from './messaging/messaging.ts';

export { NoNotifyError } from './subscription/no-notify-error.ts';
export type { Notification } from './subscription/notification.ts';
export {
  type NotifierAcceptOptions,
  type NotifierEvents,
  NotifierState,
  type NotifyBody,
  type TerminationReason,
} from './subscription/notifier-state.ts';
export { Notifier } from './subscription/notifier.ts';
export { Publisher, type PublisherEvents, type PublisherOptions, PublisherState } from './subscription/publisher.ts';
export type { SubscriberEvents, SubscriberOptions, SubscriptionOwner } from './subscription/subscriber-options.ts';
export { Subscriber, Subscriber as Subscription } from './subscription/subscriber.ts';
export {
  type SubscriptionSnapshot,
  SubscriptionState,
  type SubscriptionStatus,
} from './subscription/subscription-state.ts';
export { type EventReceiver, Subscriptions, type UnsolicitedNotify } from './subscription/subscriptions.ts';
export * from './subscription/packages/index.ts';

export { MediaError, type MediaErrorCode } from './media/media-error.ts';
export type { MediaSession, MediaSessionSnapshot } from './media/media-session.ts';
export type * from './media/session-description-handler.ts';
export { DeviceManager, type DeviceManagerOptions } from './media/devices/device-manager.ts';
export { devicesOf } from './media/devices/devices-of.ts';
export {
  type Device,
  type DeviceChoice,
  type DeviceRole,
  type DevicesSnapshot,
  NO_DEVICES,
} from './media/devices/devices-snapshot.ts';
export type { OutputElement } from './media/devices/follow-output.ts';
export { MicrophoneMeter, type MicrophoneMeterSnapshot } from './media/devices/microphone-meter.ts';
export { CallRecorder, type CallRecorderOptions, type CallRecorderSnapshot } from './media/mixing/call-recorder.ts';
export { Conference, type ConferenceSession, type ConferenceSnapshot } from './media/mixing/conference.ts';
export { LevelMeter } from './media/mixing/level-meter.ts';
export { MediaStatistics, type MediaStatisticsOptions, statisticsOf } from './media/quality/media-statistics.ts';
export { type CallImpairments, meanOpinionScore } from './media/quality/mos.ts';
export {
  QualityMonitor,
  qualityOf,
  type QualitySnapshot,
  type QualityWarning,
  type QualityWarningCode,
} from './media/quality/quality-monitor.ts';
export {
  PreCallTest,
  type PreCallTestOptions,
  type PreCallTestResult,
  type PreCallTestSnapshot,
} from './media/quality/pre-call-test.ts';
export type * from './media/quality/statistics-snapshot.ts';
export {
  type CallSoundOptions,
  CallSoundPlayer,
  type SoundingCalls,
  type SoundSettings,
} from './media/sounds/call-sound-player.ts';
export { type CallSound, soundFor, soundForAll, type SoundingCall } from './media/sounds/call-sounds.ts';
export { COUNTRY_TONES, type CountryTones, type ToneCountry } from './media/sounds/country-tones.ts';
export {
  type PlayedSound,
  TonePlayer,
  type TonePlayerOptions,
  type TonePlayerSnapshot,
} from './media/sounds/tone-player.ts';
export type { ChosenDevices } from './media/webrtc/capture-wishes.ts';
export type { CodecPreferences } from './media/webrtc/codec-preferences.ts';
export type { DataChannelOptions } from './media/webrtc/data-channels.ts';
export { createWebRtcMedia, type WebRtcMediaFactory, type WebRtcMediaOptions } from './media/webrtc/webrtc-media.ts';
export { WebRtcSessionDescriptionHandler } from './media/webrtc/webrtc-session-description-handler.ts';

export type { ResumableCall, ResumeCalls } from './ua/call-continuity.ts';
export type { Configuration, TurnServer, UAConfiguration, WeightedServer } from './ua/configuration.ts';
export { C } from './ua/constants.ts';
export type { UASnapshot, UAStatus } from './ua/ua-snapshot.ts';
export type { UAEvents } from './ua/ua-events.ts';
export { type SubscribeOptions, UA } from './ua/ua.ts';
export type { UserAgentDelegate } from './ua/user-agent-delegate.ts';
export type { UserAgentOptions } from './ua/user-agent-options.ts';
export { UserAgent, type UserAgentEvents, UserAgentState } from './ua/user-agent.ts';
export { Web, Web as WebRTC } from './ua/web.ts';

export { SharedUA, type SharedSnapshot, TabActError, type TabRole } from './tabs/shared-ua.ts';
export type { TabAct } from './tabs/tab-message.ts';
