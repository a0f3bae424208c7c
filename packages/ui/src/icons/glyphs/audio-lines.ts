import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const SoundWaveIcon: Icon = drawnIcon('M2 10v3M6 6v11M10 3v18M14 8v7M18 5v13M22 10v3');
