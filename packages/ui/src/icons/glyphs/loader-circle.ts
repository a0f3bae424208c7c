import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const SpinnerIcon: Icon = drawnIcon('M21 12a9 9 0 1 1-6.219-8.56');
