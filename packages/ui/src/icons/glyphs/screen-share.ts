import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const ScreenShareIcon: Icon = drawnIcon(
  'M13 3H4a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-3M8 21h8M12 17v4M17 8l5-5M17 3h5v5',
);
