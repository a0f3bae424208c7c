import { regionNames } from '../region-names.ts';
import type { SettingsLabels } from '../settings-labels.ts';

/** The French words of the settings. */
export const settings: SettingsLabels = {
  title: 'Réglages',
  devices: 'Appareils audio',
  ringing: 'Sonnerie',
  ringVolume: 'Volume de la sonnerie',
  ringCountry: 'Sonnerie et tonalités comme ici',
  country: regionNames('fr', 'Europe'),
  doNotDisturb: 'Ne pas déranger',
  doNotDisturbHint: 'Ceux qui appellent apprennent que vous n’êtes pas disponible. Vous pouvez toujours appeler.',
  percent: (count) => `${count} %`,
  test: {
    title: 'Appel d’essai',
    hint: 'Dure quelques secondes, n’appelle personne et montre si votre micro et votre réseau conviennent aux appels.',
    start: 'Lancer l’essai',
    stop: 'Arrêter',
    again: 'Refaire l’essai',
    step: {
      microphone: 'Ouverture du micro…',
      connecting: 'Recherche d’un chemin à travers le réseau…',
      measuring: 'Mesure du son… dites quelque chose.',
    },
    verdict: {
      good: { what: 'Prêt pour les appels', next: null },
      fair: {
        what: 'Les appels marchent, avec de petits défauts',
        next: 'Prenez un câble ou rapprochez-vous de la box.',
      },
      poor: {
        what: 'Les appels sonneraient mal',
        next: 'Prenez un câble ou un autre réseau et arrêtez les téléchargements ; puis refaites l’essai.',
      },
    },
    silentMicrophone: {
      what: 'Le micro est resté silencieux',
      next: 'Vérifiez l’interrupteur du casque ou choisissez un autre micro, puis refaites l’essai.',
    },
    relayUnreachable: {
      what: 'Serveur relais non atteint',
      next: 'Derrière un pare-feu strict, le son peut manquer. Prévenez votre administrateur.',
    },
    local: 'Le son est resté dans cet ordinateur ; cela ne dit rien de votre réseau.',
    candidates: 'Chemins trouvés',
    candidate: { host: 'Cet ordinateur', srflx: 'Adresse publique', relay: 'Serveur relais' },
    microphone: 'Micro',
    loud: 'Entendu',
    silent: 'Silencieux',
  },
  account: {
    title: 'Compte',
    address: 'Votre adresse',
    server: 'Serveur téléphonique',
    displayName: 'Nom que voient les autres',
    user: 'Nom de connexion',
    userHint: 'Seulement s’il diffère de celui de votre adresse.',
    password: 'Mot de passe',
    keepPassword: 'Garder le mot de passe dans ce navigateur',
    keepPasswordHint:
      'Qui utilise ce navigateur pourra alors appeler en votre nom. Sinon, vous le tapez à chaque démarrage.',
    save: 'Enregistrer et se connecter',
    needed: 'Remplissez l’adresse, le serveur et le mot de passe.',
  },
  data: {
    title: 'Vos données',
    export: 'Enregistrer une copie',
    exportHint: 'Appels, contacts et réglages dans un fichier, sans le mot de passe.',
    delete: 'Tout supprimer',
    deleteHint: 'Retire les appels, les contacts et les réglages de ce navigateur.',
    confirm: 'Supprimer tous les appels, contacts et réglages ? On ne peut pas revenir en arrière.',
    confirmDelete: 'Supprimer',
    keep: 'Garder',
    deleted: 'Tout a été supprimé.',
  },
  kept: {
    browser: 'Vos choix sont gardés dans ce navigateur.',
    page: 'Vos choix valent jusqu’à la fermeture de cette page : rien ne permet de les garder.',
  },
  notSaved: {
    what: 'Non enregistré',
    next: 'Votre navigateur a refusé de le garder. Cela vaut jusqu’à la fermeture de cette page.',
  },
};
