import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const UserMinusIcon: Icon = drawnIcon(
  'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M5 7a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM22 11L16 11',
);
