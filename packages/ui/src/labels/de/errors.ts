import type { ErrorInfo } from '../../snapshots.ts';
import type { Labels, Sentence } from '../labels.ts';
import { say } from '../say.ts';

const refused = (error: ErrorInfo): Sentence => ({
  what: 'Der Server hat abgelehnt',
  next: `Er hat diese Anfrage nicht angenommen${error.statusCode === null ? '' : ` (${error.statusCode})`}. Das Gespräch ist wie vorher; versuchen Sie es noch einmal oder fragen Sie Ihre Administration.`,
});

/** `Labels.errors`, in German. */
export const errors: Labels['errors'] = {
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
  REPLACED: say('Server gewechselt', 'Das Telefon geht zu einem besseren Server. Versuchen Sie es gleich noch einmal.'),
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
};
