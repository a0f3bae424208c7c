'use client';

export { AccountScope, type AccountScopeProps } from './accounts/account-scope.tsx';
export type { AccountState, AccountsState } from './accounts/accounts-store.ts';
export type { SipAccount } from './accounts/sip-account.ts';
export { SipAccountsProvider, type SipAccountsProviderProps } from './accounts/sip-accounts-provider.tsx';
export { useAccounts, type UseAccountsReturnType } from './accounts/use-accounts.ts';
export { useAddCall, type UseAddCallReturnType } from './hooks/use-add-call.ts';
export { useAction, type UseActionParameters, type UseActionReturnType } from './hooks/use-action.ts';
export { useAudioLevel, type UseAudioLevelParameters } from './hooks/use-audio-level.ts';
export { useBusyLamp, type UseBusyLampParameters, type UseBusyLampReturnType } from './hooks/use-busy-lamp.ts';
export {
  useCallQuality,
  type UseCallQualityParameters,
  type UseCallQualityReturnType,
} from './hooks/use-call-quality.ts';
export {
  useCallStatistics,
  type UseCallStatisticsParameters,
  type UseCallStatisticsReturnType,
} from './hooks/use-call-statistics.ts';
export {
  useCallNotifications,
  type UseCallNotificationsParameters,
  type UseCallNotificationsReturnType,
} from './hooks/use-call-notifications.ts';
export { useCall, type UseCallReturnType } from './hooks/use-call.ts';
export { useCallTimer, type UseCallTimerParameters, type UseCallTimerReturnType } from './hooks/use-call-timer.ts';
export { useConference, type UseConferenceReturnType } from './hooks/use-conference.ts';
export { useConnection, type UseConnectionReturnType } from './hooks/use-connection.ts';
export {
  useConsultation,
  type UseConsultationParameters,
  type UseConsultationReturnType,
} from './hooks/use-consultation.ts';
export { useDtmf, type UseDtmfParameters, type UseDtmfReturnType } from './hooks/use-dtmf.ts';
export { useHeadset, type UseHeadsetParameters, type UseHeadsetReturnType } from './hooks/use-headset.ts';
export { useHold, type UseHoldParameters, type UseHoldReturnType } from './hooks/use-hold.ts';
export { useIncomingSession, type UseIncomingSessionReturnType } from './hooks/use-incoming-session.ts';
export {
  useMediaStream,
  type UseMediaStreamParameters,
  type UseMediaStreamReturnType,
  type UseMediaStreamSide,
} from './hooks/use-media-stream.ts';
export {
  useMediaDevices,
  type UseMediaDevicesParameters,
  type UseMediaDevicesReturnType,
} from './hooks/use-media-devices.ts';
export {
  useMicrophoneLevel,
  type UseMicrophoneLevelParameters,
  type UseMicrophoneLevelReturnType,
} from './hooks/use-microphone-level.ts';
export {
  useMediaSessionKeys,
  type UseMediaSessionKeysParameters,
  type UseMediaSessionKeysReturnType,
} from './hooks/use-media-session-keys.ts';
export { useMute, type UseMuteParameters, type UseMuteReturnType } from './hooks/use-mute.ts';
export { useMessages, type UseMessagesParameters, type UseMessagesReturnType } from './hooks/use-messages.ts';
export { useNotices, type UseNoticesReturnType } from './hooks/use-notices.ts';
export {
  usePreCallTest,
  type UsePreCallTestParameters,
  type UsePreCallTestReturnType,
} from './hooks/use-pre-call-test.ts';
export { usePresence, type UsePresenceParameters, type UsePresenceReturnType } from './hooks/use-presence.ts';
export { useRecording, type UseRecordingParameters, type UseRecordingReturnType } from './hooks/use-recording.ts';
export { usePublishPresence, type UsePublishPresenceReturnType } from './hooks/use-publish-presence.ts';
export { useRegistration, type UseRegistrationReturnType } from './hooks/use-registration.ts';
export {
  useScreenShare,
  type UseScreenShareParameters,
  type UseScreenShareReturnType,
} from './hooks/use-screen-share.ts';
export {
  useSessionActions,
  type UseSessionActionsParameters,
  type UseSessionActionsReturnType,
} from './hooks/use-session-actions.ts';
export {
  useSessionState,
  type UseSessionStateParameters,
  type UseSessionStateReturnType,
} from './hooks/use-session-state.ts';
export { useResumableCalls } from './hooks/use-resumable-calls.ts';
export { useSession, type UseSessionParameters, type UseSessionReturnType } from './hooks/use-session.ts';
export { useSessions, type UseSessionsParameters, type UseSessionsReturnType } from './hooks/use-sessions.ts';
export { useSipEvent, type SipEventHandler, type SipEventName } from './hooks/use-sip-event.ts';
export { useSipStoreApi, type UseSipStoreApiReturnType } from './hooks/use-sip-store-api.ts';
export { useSipStore, type UseSipStoreParameters, type UseSipStoreReturnType } from './hooks/use-sip-store.ts';
export { useSwitchLine, type UseSwitchLineReturnType } from './hooks/use-switch-line.ts';
export { useTabs, type UseTabsReturnType } from './hooks/use-tabs.ts';
export { useTransfer, type UseTransferParameters, type UseTransferReturnType } from './hooks/use-transfer.ts';
export { useSipTraceRecording } from './hooks/use-sip-trace-recording.ts';
export { useSipTrace, type UseSipTraceParameters, type UseSipTraceReturnType } from './hooks/use-sip-trace.ts';
export {
  type Notified,
  useSubscription,
  type UseSubscriptionParameters,
  type UseSubscriptionReturnType,
} from './hooks/use-subscription.ts';
export { useUA, type UseUAReturnType } from './hooks/use-ua.ts';
export { useVideo, type UseVideoParameters, type UseVideoReturnType } from './hooks/use-video.ts';
export { useVoicemail, type UseVoicemailParameters, type UseVoicemailReturnType } from './hooks/use-voicemail.ts';
export type { CallPickup } from './live/call-pickup.ts';
export type { OwnPresence } from './live/own-presence.ts';
export type { Headset } from './headset/headsets.ts';
export type {
  Hid,
  HidCollectionInfo,
  HidDevice,
  HidInputEvent,
  HidReportInfo,
  HidReportItem,
} from './headset/hid-types.ts';
export type { TextMessage } from './live/conversations.ts';
export type {
  CallFailedNotice,
  ConnectionLostNotice,
  MediaTroubleNotice,
  Notice,
  RegistrationFailedNotice,
} from './live/notices.ts';
export type { TraceEntry, TraceMark } from './live/sip-trace.ts';
export type { Recording, RecordingOptions } from './live/recordings.ts';
export type { MediaKey, MediaSessionLike } from './media-keys/follow-media-keys.ts';
export type {
  NotificationAccess,
  NotificationPlatform,
  NotificationRequest,
} from './notifications/notification-platform.ts';
export type { CallNotificationKind, CallNotificationWords } from './notifications/notify-calls.ts';
export { SipProviderNotFoundError } from './provider/sip-provider-not-found-error.ts';
export {
  SipProvider,
  type SipProviderConfigurationProps,
  type SipProviderFactoryProps,
  type SipProviderProps,
  type SipProviderSharedProps,
  type SipProviderUAProps,
} from './provider/sip-provider.tsx';
export type { StopPolicy } from './provider/stop-policy.ts';
export { CallFailedError } from './session/call-failed-error.ts';
export type { SessionActions, TransferTarget } from './session/session-actions.ts';
export type { VideoActions } from './session/video-actions.ts';
export { SessionNotFoundError } from './session/session-not-found-error.ts';
export type { AnswerOptions, CallOptions, DeclineOptions, DtmfOptions, TransferOptions } from './call-options.ts';
export { createSipStore, type CreateSipStoreParameters, type SipStore } from './store/create-sip-store.ts';
export {
  selectFocusedSession,
  selectHasSession,
  selectIncomingSessionId,
  selectIsConnected,
  selectIsRegistered,
  selectSession,
  selectSessions,
} from './store/selectors.ts';
export type { SipState } from './store/sip-state.ts';
