import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const CloseIcon: Icon = drawnIcon('M18 6 6 18M6 6l12 12');
