import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const LatestIcon: Icon = drawnIcon('M12 17V3M6 11l6 6 6-6M19 21H5');
