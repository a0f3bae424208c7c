import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const ChevronDownIcon: Icon = drawnIcon('M6 9l6 6 6-6');
