import type { Labels, LabelsOverride } from './labels.ts';

/** Puts an override over a whole set of labels, section by section. */
export function mergeLabels(base: Labels, override: LabelsOverride | undefined): Labels {
  if (override === undefined) return base;
  const section = <Name extends keyof Labels>(name: Name): Labels[Name] => ({ ...base[name], ...override[name] });
  return {
    language: section('language'),
    dialpad: section('dialpad'),
    call: section('call'),
    controls: section('controls'),
    addCall: section('addCall'),
    consultation: section('consultation'),
    conference: section('conference'),
    accounts: section('accounts'),
    keypad: section('keypad'),
    transfer: section('transfer'),
    incoming: section('incoming'),
    ended: section('ended'),
    causes: section('causes'),
    errors: section('errors'),
    registration: section('registration'),
    connection: section('connection'),
    list: section('list'),
    log: section('log'),
    audio: section('audio'),
    details: section('details'),
    phone: section('phone'),
    sections: section('sections'),
    history: section('history'),
    contacts: section('contacts'),
    presence: section('presence'),
    lamp: section('lamp'),
    messages: section('messages'),
    voicemail: section('voicemail'),
    video: section('video'),
    recording: section('recording'),
    recovery: section('recovery'),
    trace: section('trace'),
    devices: section('devices'),
    quality: section('quality'),
    settings: section('settings'),
    notifications: section('notifications'),
    headset: section('headset'),
  };
}
