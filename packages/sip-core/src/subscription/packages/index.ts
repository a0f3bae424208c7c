export {
  type Conference,
  CONFERENCE_INFO,
  type ConferenceEndpoint,
  type ConferenceMedia,
  type ConferenceUser,
  readConferenceInfo,
} from './conference-info.ts';
export { ConferenceTracker } from './conference-tracker.ts';
export { DIALOG_INFO, type DialogEntry, type DialogInfo, type DialogParty, readDialogInfo } from './dialog-info.ts';
export { type DialogInfoState, DialogInfoTracker } from './dialog-info-tracker.ts';
export { followState } from './follow-state.ts';
export {
  MESSAGE_SUMMARY,
  type MessageCount,
  type MessageSummary,
  readMessageSummary,
  writeMessageSummary,
} from './message-summary.ts';
export { PIDF, type Presence, type PresenceInit, type PresenceTuple, readPidf, writePidf } from './pidf.ts';
export type { StateTracker, StateUpdate } from './state-tracker.ts';
