import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const MergeIcon: Icon = drawnIcon('M8 6l4-4 4 4M12 2v10.3a4 4 0 0 1-1.172 2.872L4 22M20 22l-5-5');
