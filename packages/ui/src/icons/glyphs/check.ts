import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const CheckIcon: Icon = drawnIcon('M20 6 9 17l-5-5');
