import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const ArrowLeftIcon: Icon = drawnIcon('M12 19l-7-7 7-7M19 12H5');
