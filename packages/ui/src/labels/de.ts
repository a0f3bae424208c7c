import { accounts } from './de/accounts.ts';
import { addCall } from './de/add-call.ts';
import { conference } from './de/conference.ts';
import { consultation } from './de/consultation.ts';
import { counted } from './counted.ts';
import type { Labels } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { people } from './de/people.ts';
import { recording } from './de/recording.ts';
import { recovery } from './de/recovery.ts';
import { trace } from './de/trace.ts';
import { video } from './de/video.ts';
import { devices } from './de/devices.ts';
import { quality } from './de/quality.ts';
import { settings } from './de/settings.ts';
import { notifications } from './de/notifications.ts';
import { headset } from './de/headset.ts';
import { causes } from './de/causes.ts';
import { errors } from './de/errors.ts';

const seconds = counted('de', { one: '# Sekunde', other: '# Sekunden' });

/** The German words. */
export const de: Labels = {
  language: { tag: 'de', direction: 'ltr' },
  dialpad: {
    group: 'Wähltastatur',
    keys: 'Tasten',
    field: 'Nummer oder Adresse',
    placeholder: 'Nummer eingeben',
    letters: latinLetters,
    key: (key, letters) => {
      if (key === '*') return 'Stern';
      if (key === '#') return 'Raute';
      if (key === '0') return '0, für Plus gedrückt halten';
      return letters === '' ? key : `${key} ${letters}`;
    },
    plus: 'Pluszeichen',
    erase: 'Letzte Ziffer löschen',
    call: 'Anrufen',
    recall: (number) => `„Anrufen“ holt ${number} zurück`,
    entered: (digits) => `Eingegeben: ${digits}`,
    notConnected: 'Nicht verbunden: Anrufe sind gerade nicht möglich',
  },
  call: {
    unknown: 'Unbekannt',
    status: {
      dialing: 'Wird gewählt …',
      ringing: 'Es klingelt …',
      early: 'Noch nicht abgehoben, Sie hören die Leitung',
      incoming: 'Eingehender Anruf',
      connecting: 'Abgehoben, Ton wird verbunden …',
      talking: 'Im Gespräch',
      held: 'Gehalten',
      heldByThem: 'Sie werden gehalten',
      heldByBoth: 'Auf beiden Seiten gehalten',
      reconnecting: 'Sprechen Sie weiter, Verbindung wird erneuert …',
      ending: 'Wird aufgelegt …',
      ended: 'Anruf beendet',
    },
    elapsed: 'Gesprächsdauer',
    region: (name) => `Gespräch mit ${name}`,
    via: (account) => `an ${account}`,
    announce: (mood, name) =>
      ({
        dialing: `${name} wird angerufen`,
        ringing: `Bei ${name} klingelt es`,
        early: '',
        incoming: '',
        connecting: '',
        talking: `Verbunden mit ${name}`,
        held: `${name} wird gehalten`,
        heldByThem: `${name} hält das Gespräch`,
        heldByBoth: 'Auf beiden Seiten gehalten',
        reconnecting: 'Verbindung verloren, neuer Versuch läuft',
        ending: '',
        ended: `Gespräch mit ${name} beendet`,
      })[mood],
  },
  controls: {
    group: 'Gesprächssteuerung',
    mute: 'Stumm',
    hold: 'Halten',
    keypad: 'Tasten',
    transfer: 'Verbinden',
    add: 'Dazurufen',
    devices: 'Geräte',
    more: 'Mehr',
    hangUp: 'Auflegen',
    cancel: 'Abbrechen',
    back: 'Zurück zum Gespräch',
    muted: 'Ihr Mikrofon ist stumm',
  },
  addCall,
  consultation,
  conference,
  accounts,
  keypad: {
    group: 'Tasten für dieses Gespräch',
    sent: 'Gesendete Ziffern',
    empty: 'Die Ziffern gehen an die Gegenseite',
    hide: 'Tasten ausblenden',
  },
  transfer: {
    group: 'Dieses Gespräch verbinden',
    title: () => 'Gespräch weitergeben an',
    suggestions: 'Zuletzt gesprochen',
    placeholder: 'Nummer oder Adresse',
    start: 'Jetzt verbinden',
    cancel: 'Abbrechen',
    back: 'Zurück',
    again: 'Noch einmal',
    empty: 'Geben Sie ein, wer das Gespräch bekommen soll.',
    requested: (target) => `Weitergabe an ${target} wird angefragt …`,
    trying: (target) => `${target} wird angerufen …`,
    ringing: (target) => `Bei ${target} klingelt es …`,
    accepted: (target) => `An ${target} weitergegeben.`,
    failed: (target, statusCode) =>
      `${target} ${statusCode === 486 || statusCode === 600 ? 'ist besetzt' : statusCode === 404 ? 'gibt es nicht' : statusCode === 480 || statusCode === 408 ? 'hat nicht abgehoben' : 'konnte das Gespräch nicht annehmen'}. Sie haben das Gespräch noch; versuchen Sie eine andere Nummer oder kehren Sie dahin zurück.`,
  },
  incoming: {
    dialog: (name) => `Eingehender Anruf von ${name}`,
    alert: (name, number) =>
      number === '' || number === name ? `Eingehender Anruf von ${name}.` : `Eingehender Anruf von ${name}, ${number}.`,
    title: 'Eingehender Anruf',
    silenced: 'Klingelt lautlos',
    answer: 'Annehmen',
    decline: 'Ablehnen',
    silence: 'Lautlos',
    holdAndAnswer: 'Halten & annehmen',
    titleVideo: 'Eingehender Videoanruf',
    answerVideo: 'Mit Video annehmen',
    endAndAnswer: 'Auflegen & annehmen',
    more: 'Weitere Möglichkeiten',
    busy: 'Besetzt',
    toVoicemail: 'An die Mailbox',
  },
  ended: {
    talked: (duration) => `Sie haben ${duration} gesprochen`,
    redial: 'Erneut anrufen',
    dismiss: 'Schließen',
    retryAfter: (count) => `Die Gegenseite bittet, ${seconds(count)} zu warten.`,
  },
  causes,
  errors,
  registration: {
    status: {
      unregistered: 'Abgemeldet',
      registering: 'Anmeldung läuft …',
      registered: 'Bereit',
      unregistering: 'Abmeldung läuft …',
      failed: 'Nicht angemeldet',
    },
    offline: 'Kein Netz',
    refused: ({ statusCode }) => ({
      what: 'Anmeldung abgelehnt',
      next:
        statusCode === 404
          ? 'Der Server kennt diese Nummer nicht, daher kann Sie niemand anrufen. Prüfen Sie Ihr Konto.'
          : statusCode === 401 || statusCode === 403 || statusCode === 407
            ? 'Der Server hat Name oder Passwort nicht angenommen, daher kann Sie niemand anrufen. Prüfen Sie Ihr Konto.'
            : `Der Server hat ${statusCode === null ? 'abgelehnt' : `mit ${statusCode} geantwortet`}, daher kann Sie niemand anrufen. Versuchen Sie es noch einmal oder fragen Sie Ihre Administration.`,
    }),
    retryIn: (count) => `neuer Versuch in ${count} s`,
  },
  connection: {
    connecting: 'Verbindung zum Telefonserver …',
    offline: 'Dieser Computer ist nicht im Netz',
    reconnecting: (count) =>
      count === null || count <= 0
        ? 'Verbindung verloren, neuer Versuch läuft …'
        : `Verbindung verloren, neuer Versuch in ${count} s`,
    callGoesOn: 'Ihr Gespräch läuft weiter; Halten und Verbinden müssen warten.',
    noCalls: 'Bis dahin können Sie weder anrufen noch angerufen werden.',
    stopped: 'Das Telefon ist ausgeschaltet',
    tryNow: 'Jetzt versuchen',
    switchOn: 'Einschalten',
  },
  list: { group: 'Ihre Gespräche', switchTo: (name) => `Zu ${name} wechseln` },
  log: {
    group: 'Letzte Anrufe',
    empty: 'Noch keine Anrufe',
    emptyHint: 'Hier erscheinen Anrufe, die Sie machen und annehmen.',
    call: (name) => `${name} anrufen`,
    outcome: {
      answered: 'Eingehend',
      missed: 'Verpasst',
      declined: 'Abgelehnt',
      failed: 'Fehlgeschlagen',
      placed: 'Ausgehend',
      elsewhere: 'Woanders angenommen',
    },
    remove: (name) => `${name} aus der Liste entfernen`,
    today: 'Heute',
    yesterday: 'Gestern',
    locale: 'de',
  },
  audio: { blocked: 'Ihr Browser lässt dieses Gespräch stumm, bis Sie Ton erlauben.', unlock: 'Ton einschalten' },
  details: {
    group: 'Zu diesem Gespräch',
    direction: 'Richtung',
    incoming: 'Eingehend',
    outgoing: 'Ausgehend',
    address: 'Adresse',
    line: 'Ihre Leitung',
    started: 'Beginn',
    sound: 'Ton',
    both: 'In beide Richtungen',
    oneWay: 'In eine Richtung',
    none: 'Noch keiner',
  },
  phone: { region: 'Telefon', recent: 'Letzte Anrufe', dialpad: 'Wähltastatur' },
  ...people,
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
