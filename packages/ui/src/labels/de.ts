import type { ErrorInfo } from '../snapshots.ts';
import { accounts } from './de/accounts.ts';
import { addCall } from './de/add-call.ts';
import { conference } from './de/conference.ts';
import { consultation } from './de/consultation.ts';
import { counted } from './counted.ts';
import type { Labels, Sentence } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { by, say } from './say.ts';
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

const seconds = counted('de', { one: '# Sekunde', other: '# Sekunden' });

const refused = (error: ErrorInfo): Sentence => ({
  what: 'Der Server hat abgelehnt',
  next: `Er hat diese Anfrage nicht angenommen${error.statusCode === null ? '' : ` (${error.statusCode})`}. Das Gespräch ist wie vorher; versuchen Sie es noch einmal oder fragen Sie Ihre Administration.`,
});

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
  causes: {
    HUNG_UP: by(
      { what: 'Sie haben aufgelegt', next: null },
      { what: 'Die Gegenseite hat aufgelegt', next: null },
      { what: 'Anruf beendet', next: null },
    ),
    CANCELED: by(
      { what: 'Sie haben den Anruf abgebrochen', next: null },
      { what: 'Die Gegenseite hat es aufgegeben', next: 'Rufen Sie zurück, wenn es Ihnen passt.' },
    ),
    ANSWERED_ELSEWHERE: say('Woanders angenommen', 'Jemand mit derselben Nummer hat diesen Anruf angenommen.'),
    BUSY: by(
      { what: 'Bei Ihnen war besetzt', next: 'Am anderen Ende war ein Besetztton zu hören.' },
      { what: 'Besetzt', next: 'Dort wird gerade telefoniert. Versuchen Sie es in ein paar Minuten wieder.' },
    ),
    REJECTED: by(
      { what: 'Sie haben den Anruf abgelehnt', next: null },
      { what: 'Anruf abgelehnt', next: 'Versuchen Sie es später oder schreiben Sie eine Nachricht.' },
    ),
    REDIRECTED: by(
      { what: 'Sie haben den Anruf weitergeleitet', next: null },
      { what: 'Anruf umgeleitet', next: 'Diese Nummer leitet weiter, und der Anruf konnte dem nicht folgen.' },
    ),
    UNAVAILABLE: say(
      'Nicht erreichbar',
      'Niemand nahm den Anruf an, oder das Telefon ist aus. Versuchen Sie es später wieder.',
    ),
    NOT_FOUND: say('Kein Anschluss unter dieser Nummer', 'Prüfen Sie die Nummer und rufen Sie noch einmal an.'),
    ADDRESS_INCOMPLETE: say('Nummer zu kurz', 'Es fehlen Ziffern. Prüfen Sie die Nummer und rufen Sie noch einmal an.'),
    INCOMPATIBLE_SDP: say(
      'Keine gemeinsame Sprache der Geräte',
      'Das andere Gerät kann mit Ihrem keinen Ton austauschen. Rufen Sie eine andere Nummer an.',
    ),
    AUTHENTICATION_ERROR: say(
      'Anmeldung abgelehnt',
      'Der Server hat Name oder Passwort nicht angenommen, daher kam der Anruf nicht zustande. Prüfen Sie Ihr Konto.',
    ),
    SIP_FAILURE_CODE: (cause) => ({
      what: 'Anruf fehlgeschlagen',
      next: `Der Server hat${cause.statusCode === null ? '' : ` mit ${cause.statusCode}`} geantwortet und den Anruf nicht verbunden. Versuchen Sie es noch einmal; bleibt es dabei, fragen Sie Ihre Administration.`,
    }),
    NO_ANSWER: by(
      { what: 'Nicht angenommen', next: 'Sie haben diesen Anruf verpasst. Rufen Sie zurück, wenn es Ihnen passt.' },
      { what: 'Keine Antwort', next: 'Niemand hat abgehoben. Versuchen Sie es später wieder.' },
    ),
    EXPIRES: say(
      'Zu lange geklingelt',
      'Niemand hat rechtzeitig abgehoben, der Anruf wurde beendet. Versuchen Sie es später wieder.',
    ),
    NO_ACK: say(
      'Anruf kam nicht zustande',
      'Sie haben angenommen, aber die Gegenseite hat das nie bestätigt. Warten Sie auf einen neuen Anruf oder rufen Sie zurück.',
    ),
    NO_PRACK: say('Anruf kam nicht zustande', 'Die Gegenseite verstummte während des Klingelns. Rufen Sie zurück.'),
    REQUEST_TIMEOUT: say(
      'Keine Antwort vom Server',
      'Der Anruf kam nicht zustande oder ist beendet. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal.',
    ),
    CONNECTION_ERROR: say(
      'Verbindung verloren',
      'Die Leitung zum Telefonserver ist abgerissen, der Anruf ist beendet. Prüfen Sie Ihr Netzwerk; das Telefon verbindet sich von selbst wieder.',
    ),
    DIALOG_ERROR: say(
      'Anruf verloren',
      'Die beiden Enden waren sich über diesen Anruf nicht mehr einig. Rufen Sie noch einmal an.',
    ),
    MEDIA_DENIED: say(
      'Mikrofon gesperrt',
      'Ohne Mikrofon geht der Anruf nicht weiter. Erlauben Sie es in der Adresszeile und rufen Sie noch einmal an.',
    ),
    MEDIA_ERROR: say(
      'Kein Mikrofon',
      'Das Mikrofon ließ sich nicht öffnen, der Anruf ist beendet. Schließen Sie eines an oder wählen Sie ein anderes und rufen Sie noch einmal an.',
    ),
    BAD_MEDIA_DESCRIPTION: say(
      'Ton ließ sich nicht einrichten',
      'Die Gegenseite hat etwas gesendet, das dieses Telefon nicht versteht. Rufen Sie noch einmal oder eine andere Nummer an.',
    ),
    RTP_TIMEOUT: say(
      'Kein Ton mehr',
      'Von der Gegenseite war zu lange nichts zu hören, der Anruf ist beendet. Rufen Sie noch einmal an.',
    ),
    NOT_RESUMED: say(
      'Anruf nicht wieder aufgenommen',
      'Die Seite wurde neu geladen, und der Anruf konnte nicht weitergehen. Rufen Sie noch einmal an.',
    ),
    REPLACED: say('Woanders fortgesetzt', 'Dieses Gespräch ging als ein anderes weiter.'),
    TRANSFERRED: say('Gespräch weitergegeben', 'Ihr Gegenüber spricht jetzt mit jemand anderem.'),
    INTERNAL_ERROR: say(
      'Etwas ist schiefgegangen',
      'Ein Fehler im Telefon hat den Anruf beendet. Rufen Sie noch einmal an; bleibt es dabei, laden Sie die Seite neu.',
    ),
  },
  errors: {
    MEDIA_DENIED: say(
      'Mikrofon gesperrt',
      'Man kann Sie nicht hören. Erlauben Sie das Mikrofon in der Adresszeile und versuchen Sie es noch einmal.',
    ),
    MEDIA_NOT_FOUND: say(
      'Kein Mikrofon gefunden',
      'Man kann Sie nicht hören. Schließen Sie ein Headset oder Mikrofon an und versuchen Sie es noch einmal.',
    ),
    MEDIA_IN_USE: say(
      'Mikrofon belegt',
      'Ein anderes Programm benutzt es. Schließen Sie dieses Programm und versuchen Sie es noch einmal.',
    ),
    MEDIA_CONSTRAINTS: say(
      'Mikrofon ungeeignet',
      'Das gewählte Gerät kann nicht, was verlangt wurde. Wählen Sie ein anderes.',
    ),
    MEDIA_UNSUPPORTED: say(
      'Hier kann man nicht telefonieren',
      'Dieser Browser oder diese Seite darf keinen Ton benutzen. Öffnen Sie sie über https in einem aktuellen Browser.',
    ),
    MEDIA_NOTHING_ASKED: say(
      'Nichts zu benutzen',
      'Weder Ton noch Bild wurde verlangt. Wählen Sie mindestens eines davon.',
    ),
    MEDIA_INSECURE: say(
      'Seite nicht sicher',
      'Browser erlauben das Mikrofon nur auf sicheren Seiten. Öffnen Sie diese Seite über https.',
    ),
    MEDIA_UNKNOWN: say(
      'Mikrofon ließ sich nicht öffnen',
      'Der Browser sagt nicht, warum. Stecken Sie es neu ein oder wählen Sie ein anderes, dann versuchen Sie es noch einmal.',
    ),
    MEDIA_REFUSED: say('Bild nicht angenommen', 'Die Gegenseite nimmt kein Bild an. Das Gespräch geht mit Ton weiter.'),
    MEDIA_NEGOTIATION: say(
      'Ton ließ sich nicht ändern',
      'Die Gegenseite hat die Änderung nicht angenommen. Das Gespräch läuft weiter wie bisher.',
    ),
    MEDIA_CLOSED: say('Ton ist schon beendet', 'Der Anruf ist vorbei; es wurde nichts geändert.'),
    CONNECT_FAILED: say(
      'Server nicht erreicht',
      'Sie können gerade weder anrufen noch angerufen werden. Prüfen Sie Ihr Netzwerk; das Telefon versucht es weiter.',
    ),
    CONNECT_TIMEOUT: say(
      'Server zu langsam',
      'Er hat die Verbindung nicht rechtzeitig geöffnet. Prüfen Sie Ihr Netzwerk; das Telefon versucht es weiter.',
    ),
    BAD_SUBPROTOCOL: say(
      'Kein Telefonserver',
      'Unter der Adresse antwortet etwas, das kein SIP spricht. Fragen Sie Ihre Administration nach der richtigen.',
    ),
    NO_WEBSOCKET: say(
      'Keine Verbindung möglich',
      'Dieser Browser kann keine Verbindung für Anrufe öffnen. Benutzen Sie einen aktuellen Browser.',
    ),
    CLOSED: say(
      'Verbindung geschlossen',
      'Der Server oder das Netzwerk hat sie beendet. Das Telefon verbindet sich von selbst wieder.',
    ),
    KEEP_ALIVE_TIMEOUT: say(
      'Server antwortet nicht mehr',
      'Die Verbindung ist tot. Das Telefon verbindet sich von selbst wieder.',
    ),
    REPLACED: say(
      'Server gewechselt',
      'Das Telefon geht zu einem besseren Server. Versuchen Sie es gleich noch einmal.',
    ),
    ABORTED: say(
      'Verbinden abgebrochen',
      'Das Telefon ist nicht verbunden. Schalten Sie es ein und versuchen Sie es noch einmal.',
    ),
    NOT_CONNECTED: say(
      'Nicht verbunden',
      'Das Telefon hat keine Verbindung zu seinem Server. Es verbindet sich von selbst; versuchen Sie es dann noch einmal.',
    ),
    SEND_FAILED: say(
      'Nichts gesendet',
      'Die Verbindung zum Server ist in diesem Moment abgerissen. Versuchen Sie es, wenn das Telefon wieder verbunden ist.',
    ),
    CONNECTION: say(
      'Verbindung verloren',
      'Das kam bei der Gegenseite nicht an. Das Gespräch läuft weiter; versuchen Sie es, wenn das Telefon wieder verbunden ist.',
    ),
    REQUEST_TIMEOUT: say(
      'Keine rechtzeitige Antwort',
      'Das Gespräch läuft weiter wie bisher. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal.',
    ),
    RESPONSE: refused,
    TRANSFER_FAILED: say(
      'Verbinden hat nicht geklappt',
      'Die andere Person war nicht zu erreichen. Sie haben das Gespräch noch.',
    ),
    SESSION_ENDED: say('Der Anruf war schon beendet', 'Es wurde nichts geändert. Rufen Sie bei Bedarf noch einmal an.'),
    SESSION_NOT_FOUND: say(
      'Der Anruf war schon beendet',
      'Es wurde nichts geändert. Rufen Sie bei Bedarf noch einmal an.',
    ),
    INVALID_STATE: say(
      'Gerade nicht möglich',
      'Der Anruf hatte sich schon geändert. Sehen Sie nach und versuchen Sie es bei Bedarf noch einmal.',
    ),
    INVALID_VALUE: say(
      'Das lässt sich nicht wählen',
      'Die Nummer oder Adresse enthält unerlaubte Zeichen. Berichtigen Sie sie und versuchen Sie es noch einmal.',
    ),
    CONFIGURATION: say(
      'Telefon nicht eingerichtet',
      'Eine Einstellung fehlt oder ist falsch, daher sind keine Anrufe möglich. Fragen Sie Ihre Administration.',
    ),
    UNKNOWN: say(
      'Das hat nicht geklappt',
      'Das Gespräch ist wie vorher. Versuchen Sie es noch einmal; bleibt es dabei, laden Sie die Seite neu.',
    ),
  },
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
