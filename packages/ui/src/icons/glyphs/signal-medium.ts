import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const SignalMediumIcon: Icon = drawnIcon('M2 20h.01M7 20v-4M12 20v-8');
