import { regionNames } from '../region-names.ts';
import type { SettingsLabels } from '../settings-labels.ts';

/** The English words of the settings. */
export const settings: SettingsLabels = {
  title: 'Settings',
  devices: 'Audio devices',
  ringing: 'Ringing',
  ringVolume: 'Ring volume',
  ringCountry: 'Rings and tones as in',
  country: regionNames('en', 'Europe'),
  doNotDisturb: 'Do not disturb',
  doNotDisturbHint: 'Callers are told that you are not available. You can still call.',
  percent: (count) => `${count} %`,
  test: {
    title: 'Test call',
    hint: 'Takes a few seconds, calls nobody, and shows whether your microphone and your network are fit for calls.',
    start: 'Start the test',
    stop: 'Stop',
    again: 'Test again',
    step: {
      microphone: 'Opening the microphone…',
      connecting: 'Looking for a way through the network…',
      measuring: 'Measuring the sound… say something.',
    },
    verdict: {
      good: { what: 'Ready for calls', next: null },
      fair: { what: 'Calls work, with small faults', next: 'Use a cable, or come closer to your router.' },
      poor: {
        what: 'Calls would sound poor',
        next: 'Use a cable or another network, and stop downloads; then test again.',
      },
    },
    silentMicrophone: {
      what: 'The microphone was silent',
      next: 'Check the switch of your headset or choose another microphone, then test again.',
    },
    relayUnreachable: {
      what: 'Relay server not reached',
      next: 'Behind strict firewalls calls may have no sound. Tell your administrator.',
    },
    local: 'The sound stayed inside this computer, so this says nothing about your network.',
    candidates: 'Ways found',
    candidate: { host: 'This computer', srflx: 'Public address', relay: 'Relay server' },
    microphone: 'Microphone',
    loud: 'Heard',
    silent: 'Silent',
  },
  account: {
    title: 'Account',
    address: 'Your address',
    server: 'Phone server',
    displayName: 'Name others see',
    user: 'Name to sign in with',
    userHint: 'Only where it is another than in your address.',
    password: 'Password',
    keepPassword: 'Keep the password in this browser',
    keepPasswordHint: 'Whoever uses this browser can then call in your name. Otherwise you type it after each start.',
    save: 'Save and sign in',
    needed: 'Fill in your address, the server and the password.',
  },
  data: {
    title: 'Your data',
    export: 'Save a copy',
    exportHint: 'Calls, contacts and settings in one file, without the password.',
    delete: 'Delete everything',
    deleteHint: 'Removes calls, contacts and settings from this browser.',
    confirm: 'Delete all calls, contacts and settings? This cannot be undone.',
    confirmDelete: 'Delete',
    keep: 'Keep',
    deleted: 'Everything was deleted.',
  },
  kept: {
    browser: 'Your choices are kept in this browser.',
    page: 'Your choices hold until this page is closed: there is no storage for them.',
  },
  notSaved: { what: 'Not saved', next: 'Your browser refused to keep it. It holds until this page is closed.' },
};
