import type { Labels } from '../labels.ts';
import { by, say } from '../say.ts';

/** `Labels.causes`, in German. */
export const causes: Labels['causes'] = {
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
};
