import { errorWords } from '../error-note/use-error-sentence.ts';
import { lazyPart } from './lazy-part.tsx';
import type { Preloadable } from './use-preload.ts';

/** What a call shows after an act of somebody. */
export const LazyTransferPanel = /* @__PURE__ */ lazyPart(
  async () => (await import('../transfer-panel/transfer-panel.tsx')).TransferPanel,
);
export const LazyAddCallPanel = /* @__PURE__ */ lazyPart(
  async () => (await import('../add-call/add-call-panel.tsx')).AddCallPanel,
);
export const LazyDevicePicker = /* @__PURE__ */ lazyPart(
  async () => (await import('../device-picker/device-picker.tsx')).DevicePicker,
);
export const LazyConferencePanel = /* @__PURE__ */ lazyPart(
  async () => (await import('../conference-panel/conference-panel.tsx')).ConferencePanel,
);
export const LazyCallVideo = /* @__PURE__ */ lazyPart(async () => (await import('../video/call-video.tsx')).CallVideo);
export const LazyQualityBadge = /* @__PURE__ */ lazyPart(
  async () => (await import('../quality-badge/quality-badge.tsx')).QualityBadge,
);

export const LazyFarEndNote = /* @__PURE__ */ lazyPart(
  async () => (await import('../far-end-note/far-end-note.tsx')).FarEndNote,
);
export const LazyRecordingSign = /* @__PURE__ */ lazyPart(
  async () => (await import('../recording/recording-sign.tsx')).RecordingSign,
);
export const LazyPauseRecordingButton = /* @__PURE__ */ lazyPart(
  async () => (await import('../recording/pause-recording-button.tsx')).PauseRecordingButton,
);

/** What can be done with a call that comes in beside answering and declining it. */
export const LazyMoreChoices = /* @__PURE__ */ lazyPart(
  async () => (await import('../incoming-call/more-choices.tsx')).MoreChoices,
);

export const LazyUnlockSound = /* @__PURE__ */ lazyPart(
  async () => (await import('../remote-audio/unlock-sound.tsx')).UnlockSound,
);

/** What there is to know of several calls. */
export const LazyCallList = /* @__PURE__ */ lazyPart(async () => (await import('../call-list/call-list.tsx')).CallList);
export const LazyConsultationBar = /* @__PURE__ */ lazyPart(
  async () => (await import('../consultation-bar/consultation-bar.tsx')).ConsultationBar,
);
export const LazyFailedCall = /* @__PURE__ */ lazyPart(
  async () => (await import('../call-list/failed-call.tsx')).FailedCall,
);

export const LazyCallListView = /* @__PURE__ */ lazyPart(
  async () => (await import('../call-list/call-list-view.tsx')).CallListView,
);
export const LazyOtherAccounts = /* @__PURE__ */ lazyPart(
  async () => (await import('../softphone/other-accounts.tsx')).OtherAccounts,
);
export const LazyReturnStrip = /* @__PURE__ */ lazyPart(
  async () => (await import('../softphone/return-strip.tsx')).ReturnStrip,
);

/** What is beside a call and after it. */
export const LazyCallDetails = /* @__PURE__ */ lazyPart(
  async () => (await import('../call-details/call-details.tsx')).CallDetails,
);
export const LazyCallQuality = /* @__PURE__ */ lazyPart(
  async () => (await import('../quality-badge/call-quality.tsx')).CallQuality,
);
export const LazyEndedCall = /* @__PURE__ */ lazyPart(
  async () => (await import('../ended-call/ended-call-view.tsx')).EndedCallView,
);
export const LazySavedRecordings = /* @__PURE__ */ lazyPart(
  async () => (await import('../recording/saved-recordings.tsx')).SavedRecordings,
);

/** What is nowhere on the screen. */
export const LazyPhoneBackground = /* @__PURE__ */ lazyPart(
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
