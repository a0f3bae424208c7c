import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const RecordIcon: Icon = drawnIcon(
  'M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0zM2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0z',
);
