import type { HeadsetLabels } from '../headset-labels.ts';

/** Les mots français des casques. */
export const headset: HeadsetLabels = {
  title: 'Casque',
  buttons: 'Utiliser les boutons de mon casque',
  buttonsHint: 'Décroche, raccroche et coupe le micro ; son voyant montre que vous êtes en appel.',
  unsupported: 'Ce navigateur ne lit pas les boutons des casques. Chrome et Edge le peuvent.',
  list: 'Casques',
  none: 'Aucun casque connecté.',
  unnamed: 'Casque sans nom',
  status: { opening: 'Connexion…', ready: 'Prêt', failed: 'Utilisé par un autre programme' },
  connect: 'Connecter un casque',
  forget: (name) => `Déconnecter ${name}`,
};
