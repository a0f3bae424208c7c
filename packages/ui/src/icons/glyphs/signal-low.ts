import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const SignalLowIcon: Icon = drawnIcon('M2 20h.01M7 20v-4');
