'use client';

export { AccountPicker, type AccountPickerProps } from './account-picker/account-picker.tsx';
export { AccountPickerView, type AccountPickerViewProps } from './account-picker/account-picker-view.tsx';
export { ActiveCall, type ActiveCallProps } from './active-call/active-call.tsx';
export { ActiveCallView, type ActiveCallViewProps } from './active-call/active-call-view.tsx';
export { AddCallPanel, type AddCallPanelProps } from './add-call/add-call-panel.tsx';
export { Announcer, type AnnouncerProps } from './announcer/announcer.tsx';
export { ActionButton, type ActionButtonProps } from './button/action-button.tsx';
export { CallButton, type CallButtonProps } from './call-button/call-button.tsx';
export { CallButtonView, type CallButtonViewProps } from './call-button/call-button-view.tsx';
export {
  CallControls,
  type CallControlsMore,
  type CallControlsProps,
  type CallPanel,
} from './call-controls/call-controls.tsx';
export { CallDetails, type CallDetailsProps } from './call-details/call-details.tsx';
export { CallList, type CallListProps } from './call-list/call-list.tsx';
export { CallListView, type CallListViewProps } from './call-list/call-list-view.tsx';
export { CallLog, type CallLogProps } from './call-log/call-log.tsx';
export { callLogEntry, type CallLogEntry, type CallOutcome } from './call-log/call-log-entry.ts';
export type { CallActions } from './call/call-actions.ts';
export { callMood, type CallMood, type Tone } from './call/call-mood.ts';
export { CallTimer, type CallTimerProps } from './call/call-timer.tsx';
export { formatDuration } from './call/format-duration.ts';
export { type NameOf, PartyNamesProvider, type PartyNamesProviderProps, usePartyText } from './call/party-names.tsx';
export { partyOf, partyText, type PartyText } from './call/party-text.ts';
export { ConferencePanel, type ConferencePanelProps } from './conference-panel/conference-panel.tsx';
export {
  type ConferencePanelActions,
  ConferencePanelView,
  type ConferencePanelViewProps,
} from './conference-panel/conference-panel-view.tsx';
export { ConnectionBanner, type ConnectionBannerProps } from './connection-banner/connection-banner.tsx';
export { ConnectionBannerView, type ConnectionBannerViewProps } from './connection-banner/connection-banner-view.tsx';
export { DevicePicker, type DevicePickerProps } from './device-picker/device-picker.tsx';
export { DevicePickerView, type DevicePickerViewProps } from './device-picker/device-picker-view.tsx';
export { ConsultationBar, type ConsultationBarProps } from './consultation-bar/consultation-bar.tsx';
export { ConsultationBarView, type ConsultationBarViewProps } from './consultation-bar/consultation-bar-view.tsx';
export { cleanNumber } from './dialpad/clean-number.ts';
export { type DialKey } from './dialpad/dial-keys.ts';
export { Dialpad, type DialpadProps } from './dialpad/dialpad.tsx';
export { EndedCall, type EndedCallProps } from './ended-call/ended-call.tsx';
export { EndedCallView, type EndedCallViewProps } from './ended-call/ended-call-view.tsx';
export { ErrorNote, type ErrorNoteProps } from './error-note/error-note.tsx';
export { causeSentence, errorSentence } from './error-note/sentences.ts';
export { FarEndNote, type FarEndNoteProps } from './far-end-note/far-end-note.tsx';
export { HeadsetSettings, type HeadsetSettingsProps } from './headset/headset-settings.tsx';
export { HeadsetSettingsView, type HeadsetSettingsViewProps } from './headset/headset-settings-view.tsx';
export { InCallKeypad, type InCallKeypadProps } from './in-call-keypad/in-call-keypad.tsx';
export type { Divert } from './incoming-call/divert.ts';
export { IncomingCall, type IncomingCallProps } from './incoming-call/incoming-call.tsx';
export {
  type IncomingCallShortcuts,
  IncomingCallView,
  type IncomingCallViewProps,
} from './incoming-call/incoming-call-view.tsx';
export { en } from './labels/en.ts';
export type { KnownErrorCode, Labels, LabelsOverride, Sentence } from './labels/labels.ts';
export { LabelsProvider, type LabelsProviderProps } from './labels/labels-provider.tsx';
export { mergeLabels } from './labels/merge-labels.ts';
export { useLabels } from './labels/use-labels.ts';
export { CallQuality, type CallQualityProps } from './quality-badge/call-quality.tsx';
export { QualityBadge, type QualityBadgeProps } from './quality-badge/quality-badge.tsx';
export { QualityBadgeView, type QualityBadgeViewProps } from './quality-badge/quality-badge-view.tsx';
export { QualityFacts, type QualityFactsProps } from './quality-badge/quality-facts.tsx';
export {
  type IntegrationChoices,
  useIntegrationChoices,
  type UseIntegrationChoicesReturnType,
} from './integrations/use-integration-choices.ts';
export { useIntegrations } from './integrations/use-integrations.ts';
export { NotificationSettings, type NotificationSettingsProps } from './notifications/notification-settings.tsx';
export {
  NotificationSettingsView,
  type NotificationSettingsViewProps,
} from './notifications/notification-settings-view.tsx';
export { RegistrationStatus, type RegistrationStatusProps } from './registration-status/registration-status.tsx';
export {
  RegistrationStatusView,
  type RegistrationStatusViewProps,
} from './registration-status/registration-status-view.tsx';
export type { PhoneSounds } from './remote-audio/phone-sounds.ts';
export { RemoteAudio, type RemoteAudioProps } from './remote-audio/remote-audio.tsx';
export { RemoteAudioView, type RemoteAudioViewProps } from './remote-audio/remote-audio-view.tsx';
export { UnlockSound, type UnlockSoundProps } from './remote-audio/unlock-sound.tsx';
export { CallCheck, type CallCheckProps } from './settings/call-check.tsx';
export { CallCheckView, type CallCheckViewProps } from './settings/call-check-view.tsx';
export { SettingsPanel, type SettingsPanelProps } from './settings/settings-panel.tsx';
export { SipTrace, type SipTraceProps } from './sip-trace/sip-trace.tsx';
export { SipTraceView, type SipTraceViewProps } from './sip-trace/sip-trace-view.tsx';
export {
  RecordButton,
  type RecordButtonProps,
  RecordButtonView,
  type RecordButtonViewProps,
} from './recording/record-button.tsx';
export {
  RecordingSign,
  type RecordingSignProps,
  RecordingSignView,
  type RecordingSignViewProps,
} from './recording/recording-sign.tsx';
export {
  SavedRecordings,
  type SavedRecordingsProps,
  SavedRecordingsView,
  type SavedRecordingsViewProps,
} from './recording/saved-recordings.tsx';
export {
  PauseRecordingButton,
  type PauseRecordingButtonProps,
  PauseRecordingButtonView,
  type PauseRecordingButtonViewProps,
} from './recording/pause-recording-button.tsx';
export { UnsavedRecordings, type UnsavedRecordingsProps } from './recording/unsaved-recordings.tsx';
export { CallVideo, type CallVideoProps } from './video/call-video.tsx';
export { CallVideoView, type CallVideoViewProps } from './video/call-video-view.tsx';
export { LocalVideo, type LocalVideoProps } from './video/local-video.tsx';
export { Picture, type PictureProps } from './video/picture.tsx';
export { RemoteVideo, type RemoteVideoProps } from './video/remote-video.tsx';
export { ScreenShareButton, type ScreenShareButtonProps } from './video/screen-share-button.tsx';
export {
  VideoButton,
  type VideoButtonProps,
  VideoButtonView,
  type VideoButtonViewProps,
} from './video/video-button.tsx';
export { OtherTab, type OtherTabProps } from './other-tab/other-tab.tsx';
export { OtherTabView, type OtherTabViewProps } from './other-tab/other-tab-view.tsx';
export { ResumableCalls, type ResumableCallsProps } from './resumable-calls/resumable-calls.tsx';
export { ResumableCallsView, type ResumableCallsViewProps } from './resumable-calls/resumable-calls-view.tsx';
export { OutgoingCall, type OutgoingCallProps } from './outgoing-call/outgoing-call.tsx';
export { Softphone, type SoftphoneProps } from './softphone/softphone.tsx';
export {
  type TransferLine,
  TransferPanel,
  type TransferPanelProps,
  type TransferSuggestion,
} from './transfer-panel/transfer-panel.tsx';
export { VolumeMeter, type VolumeMeterProps } from './volume-meter/volume-meter.tsx';
export { BusyLampButton, type BusyLampButtonProps } from './busy-lamp-button/busy-lamp-button.tsx';
export { BusyLampButtonView, type BusyLampButtonViewProps } from './busy-lamp-button/busy-lamp-button-view.tsx';
export { CallHistory, type CallHistoryProps } from './call-history/call-history.tsx';
export { CallHistoryView, type CallHistoryViewProps } from './call-history/call-history-view.tsx';
export type { HistoryEntry } from './call-history/history-entry.ts';
export type { ContactActs } from './contacts/contact-row.tsx';
export { Contacts, type ContactsProps } from './contacts/contacts.tsx';
export { ContactsView, type ContactsViewProps } from './contacts/contacts-view.tsx';
export { readContacts } from './contacts/read-contacts.ts';
export { writeVCards } from './contacts/vcard.ts';
export type { LampState, PresenceState } from './labels/people-labels.ts';
export type { Conversation } from './messages/conversation.ts';
export { ConversationsView, type ConversationsViewProps } from './messages/conversations-view.tsx';
export { Messages, type MessagesProps } from './messages/messages.tsx';
export type { Writable } from './messages/new-message.tsx';
export { ThreadView, type ThreadViewProps } from './messages/thread-view.tsx';
export { OwnPresence, type OwnPresenceProps } from './presence-dot/own-presence.tsx';
export { PresenceDot, type PresenceDotProps } from './presence-dot/presence-dot.tsx';
export { PresenceDotView, type PresenceDotViewProps } from './presence-dot/presence-dot-view.tsx';
export { presenceState, type ToldPresence } from './presence-dot/presence-state.ts';
export type { CustomSection, PhoneSection, SectionName } from './softphone/sections.ts';
export { VoicemailBadge, type VoicemailBadgeProps } from './voicemail-badge/voicemail-badge.tsx';
export { VoicemailBadgeView, type VoicemailBadgeViewProps } from './voicemail-badge/voicemail-badge-view.tsx';
