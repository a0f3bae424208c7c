import { accounts } from './en/accounts.ts';
import { addCall } from './en/add-call.ts';
import { audio } from './en/audio.ts';
import { call } from './en/call.ts';
import { causes } from './en/causes.ts';
import { conference } from './en/conference.ts';
import { connection } from './en/connection.ts';
import { consultation } from './en/consultation.ts';
import { contacts } from './en/contacts.ts';
import { controls } from './en/controls.ts';
import { details } from './en/details.ts';
import { devices } from './en/devices.ts';
import { dialpad } from './en/dialpad.ts';
import { ended } from './en/ended.ts';
import { errors } from './en/errors.ts';
import { headset } from './en/headset.ts';
import { history } from './en/history.ts';
import { incoming } from './en/incoming.ts';
import { keypad } from './en/keypad.ts';
import { lamp } from './en/lamp.ts';
import { language } from './en/language.ts';
import { list } from './en/list.ts';
import { log } from './en/log.ts';
import { messages } from './en/messages.ts';
import { notifications } from './en/notifications.ts';
import { phone } from './en/phone.ts';
import { presence } from './en/presence.ts';
import { quality } from './en/quality.ts';
import { recording } from './en/recording.ts';
import { recovery } from './en/recovery.ts';
import { registration } from './en/registration.ts';
import { sections } from './en/sections.ts';
import { settings } from './en/settings.ts';
import { trace } from './en/trace.ts';
import { transfer } from './en/transfer.ts';
import { video } from './en/video.ts';
import { voicemail } from './en/voicemail.ts';
import type { Labels } from './labels.ts';

/** The English words. */
export const en: Labels = {
  language,
  dialpad,
  call,
  controls,
  addCall,
  consultation,
  conference,
  accounts,
  keypad,
  transfer,
  incoming,
  ended,
  causes,
  errors,
  registration,
  connection,
  list,
  log,
  audio,
  details,
  phone,
  sections,
  history,
  contacts,
  presence,
  lamp,
  messages,
  voicemail,
  video,
  recording,
  recovery,
  trace,
  devices,
  quality,
  settings,
  notifications,
  headset,
};
