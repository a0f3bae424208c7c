import { errorWords } from '../error-note/use-error-sentence.ts';
import { type LazyPart, lazyPart } from './lazy-part.tsx';
import type { Preloadable } from './use-preload.ts';
import type { TransferPanelProps } from '../transfer-panel/transfer-panel.tsx';
import type { AddCallPanelProps } from '../add-call/add-call-panel.tsx';
import type { DevicePickerProps } from '../device-picker/device-picker.tsx';
import type { ConferencePanelProps } from '../conference-panel/conference-panel.tsx';
import type { CallVideoProps } from '../video/call-video.tsx';
import type { QualityBadgeProps } from '../quality-badge/quality-badge.tsx';
import type { FarEndNoteProps } from '../far-end-note/far-end-note.tsx';
import type { RecordingSignProps } from '../recording/recording-sign.tsx';
import type { PauseRecordingButtonProps } from '../recording/pause-recording-button.tsx';
import type { MoreChoicesProps } from '../incoming-call/more-choices.tsx';
import type { UnlockSoundProps } from '../remote-audio/unlock-sound.tsx';
import type { CallListProps } from '../call-list/call-list.tsx';
import type { ConsultationBarProps } from '../consultation-bar/consultation-bar.tsx';
import type { FailedCallProps } from '../call-list/failed-call.tsx';
import type { CallListViewProps } from '../call-list/call-list-view.tsx';
import type { OtherAccountsProps } from '../softphone/other-accounts.tsx';
import type { ReturnStripProps } from '../softphone/return-strip.tsx';
import type { CallDetailsProps } from '../call-details/call-details.tsx';
import type { CallQualityProps } from '../quality-badge/call-quality.tsx';
import type { EndedCallViewProps } from '../ended-call/ended-call-view.tsx';
import type { SavedRecordingsProps } from '../recording/saved-recordings.tsx';
import type { PhoneBackgroundProps } from '../softphone/phone-background.tsx';

/** What a call shows after an act of somebody. */
export const LazyTransferPanel: LazyPart<TransferPanelProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../transfer-panel/transfer-panel.tsx')).TransferPanel,
);
export const LazyAddCallPanel: LazyPart<AddCallPanelProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../add-call/add-call-panel.tsx')).AddCallPanel,
);
export const LazyDevicePicker: LazyPart<DevicePickerProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../device-picker/device-picker.tsx')).DevicePicker,
);
export const LazyConferencePanel: LazyPart<ConferencePanelProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../conference-panel/conference-panel.tsx')).ConferencePanel,
);
export const LazyCallVideo: LazyPart<CallVideoProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../video/call-video.tsx')).CallVideo,
);
export const LazyQualityBadge: LazyPart<QualityBadgeProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../quality-badge/quality-badge.tsx')).QualityBadge,
);

export const LazyFarEndNote: LazyPart<FarEndNoteProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../far-end-note/far-end-note.tsx')).FarEndNote,
);
export const LazyRecordingSign: LazyPart<RecordingSignProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../recording/recording-sign.tsx')).RecordingSign,
);
export const LazyPauseRecordingButton: LazyPart<PauseRecordingButtonProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../recording/pause-recording-button.tsx')).PauseRecordingButton,
);

/** What can be done with a call that comes in beside answering and declining it. */
export const LazyMoreChoices: LazyPart<MoreChoicesProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../incoming-call/more-choices.tsx')).MoreChoices,
);

export const LazyUnlockSound: LazyPart<UnlockSoundProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../remote-audio/unlock-sound.tsx')).UnlockSound,
);

/** What there is to know of several calls. */
export const LazyCallList: LazyPart<CallListProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../call-list/call-list.tsx')).CallList,
);
export const LazyConsultationBar: LazyPart<ConsultationBarProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../consultation-bar/consultation-bar.tsx')).ConsultationBar,
);
export const LazyFailedCall: LazyPart<FailedCallProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../call-list/failed-call.tsx')).FailedCall,
);

export const LazyCallListView: LazyPart<CallListViewProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../call-list/call-list-view.tsx')).CallListView,
);
export const LazyOtherAccounts: LazyPart<OtherAccountsProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../softphone/other-accounts.tsx')).OtherAccounts,
);
export const LazyReturnStrip: LazyPart<ReturnStripProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../softphone/return-strip.tsx')).ReturnStrip,
);

/** What is beside a call and after it. */
export const LazyCallDetails: LazyPart<CallDetailsProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../call-details/call-details.tsx')).CallDetails,
);
export const LazyCallQuality: LazyPart<CallQualityProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../quality-badge/call-quality.tsx')).CallQuality,
);
export const LazyEndedCall: LazyPart<EndedCallViewProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../ended-call/ended-call-view.tsx')).EndedCallView,
);
export const LazySavedRecordings: LazyPart<SavedRecordingsProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../recording/saved-recordings.tsx')).SavedRecordings,
);

/** What is nowhere on the screen. */
export const LazyPhoneBackground: LazyPart<PhoneBackgroundProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('../softphone/phone-background.tsx')).PhoneBackground,
);

/** What a call can need at once, with or without a network. */
export const callParts: readonly Preloadable[] = [
  errorWords,
  LazyTransferPanel,
  LazyAddCallPanel,
  LazyDevicePicker,
  LazyConferencePanel,
  LazyCallVideo,
  LazyQualityBadge,
  LazyFarEndNote,
  LazyRecordingSign,
  LazyPauseRecordingButton,
];

/** What a phone needs beside {@link callParts}. Apart, so that who draws one part has not all of them. */
export const phoneParts: readonly Preloadable[] = [
  LazyMoreChoices,
  LazyUnlockSound,
  LazyCallList,
  LazyCallListView,
  LazyReturnStrip,
  LazyConsultationBar,
  LazyFailedCall,
  LazyCallDetails,
  LazyCallQuality,
  LazyEndedCall,
  LazySavedRecordings,
  LazyPhoneBackground,
];
