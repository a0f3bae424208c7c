import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const MicIcon: Icon = drawnIcon(
  'M12 19v3M19 10v2a7 7 0 0 1-14 0v-2M12 2a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3z',
);
