import { regionNames } from '../region-names.ts';
import type { SettingsLabels } from '../settings-labels.ts';

/** The German words of the settings. */
export const settings: SettingsLabels = {
  title: 'Einstellungen',
  devices: 'Audiogeräte',
  ringing: 'Klingeln',
  ringVolume: 'Lautstärke des Klingelns',
  ringCountry: 'Klingeln und Töne wie in',
  country: regionNames('de', 'Europa'),
  doNotDisturb: 'Nicht stören',
  doNotDisturbHint: 'Wer anruft, erfährt, dass Sie nicht erreichbar sind. Sie können weiterhin anrufen.',
  percent: (count) => `${count} %`,
  test: {
    title: 'Testanruf',
    hint: 'Dauert einige Sekunden, ruft niemanden an und zeigt, ob Mikrofon und Netz für Gespräche taugen.',
    start: 'Test starten',
    stop: 'Abbrechen',
    again: 'Noch einmal testen',
    step: {
      microphone: 'Mikrofon wird geöffnet…',
      connecting: 'Weg durch das Netz wird gesucht…',
      measuring: 'Ton wird gemessen… sagen Sie etwas.',
    },
    verdict: {
      good: { what: 'Bereit für Gespräche', next: null },
      fair: {
        what: 'Gespräche gehen, mit kleinen Fehlern',
        next: 'Nehmen Sie ein Kabel oder gehen Sie näher an den Router.',
      },
      poor: {
        what: 'Gespräche würden schlecht klingen',
        next: 'Nehmen Sie ein Kabel oder ein anderes Netz und beenden Sie Downloads; dann testen Sie erneut.',
      },
    },
    silentMicrophone: {
      what: 'Das Mikrofon blieb still',
      next: 'Prüfen Sie den Schalter am Headset oder wählen Sie ein anderes Mikrofon, dann testen Sie erneut.',
    },
    relayUnreachable: {
      what: 'Relay-Server nicht erreicht',
      next: 'Hinter strengen Firewalls kann der Ton fehlen. Sagen Sie es Ihrer Administration.',
    },
    local: 'Der Ton blieb in diesem Computer; über Ihr Netz sagt das nichts.',
    candidates: 'Gefundene Wege',
    candidate: { host: 'Dieser Computer', srflx: 'Öffentliche Adresse', relay: 'Relay-Server' },
    microphone: 'Mikrofon',
    loud: 'Gehört',
    silent: 'Still',
  },
  account: {
    title: 'Konto',
    address: 'Ihre Adresse',
    server: 'Telefonserver',
    displayName: 'Name, den andere sehen',
    user: 'Name zum Anmelden',
    userHint: 'Nur, wenn er anders ist als in Ihrer Adresse.',
    password: 'Passwort',
    keepPassword: 'Passwort in diesem Browser behalten',
    keepPasswordHint:
      'Wer diesen Browser benutzt, kann dann in Ihrem Namen telefonieren. Sonst geben Sie es nach jedem Start ein.',
    save: 'Speichern und anmelden',
    needed: 'Füllen Sie Adresse, Server und Passwort aus.',
  },
  data: {
    title: 'Ihre Daten',
    export: 'Kopie speichern',
    exportHint: 'Anrufe, Kontakte und Einstellungen in einer Datei, ohne das Passwort.',
    delete: 'Alles löschen',
    deleteHint: 'Entfernt Anrufe, Kontakte und Einstellungen aus diesem Browser.',
    confirm: 'Alle Anrufe, Kontakte und Einstellungen löschen? Das lässt sich nicht rückgängig machen.',
    confirmDelete: 'Löschen',
    keep: 'Behalten',
    deleted: 'Alles wurde gelöscht.',
  },
  kept: {
    browser: 'Was Sie wählen, bleibt in diesem Browser gespeichert.',
    page: 'Was Sie wählen, gilt, bis diese Seite geschlossen wird: Es gibt keinen Speicher dafür.',
  },
  notSaved: {
    what: 'Nicht gespeichert',
    next: 'Ihr Browser wollte es nicht behalten. Es gilt, bis diese Seite geschlossen wird.',
  },
};
