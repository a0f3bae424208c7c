import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const SwitchCameraIcon: Icon = drawnIcon(
  'M11 19H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2h5M13 5h7a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-5M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0zM18 22l-3-3 3-3M6 2l3 3-3 3',
);
