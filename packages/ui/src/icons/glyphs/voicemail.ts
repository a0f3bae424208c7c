import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const VoicemailIcon: Icon = drawnIcon(
  'M2 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM14 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM6 16L18 16',
);
