import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const AlertIcon: Icon = drawnIcon('M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0zM12 8L12 12M12 16L12.01 16');
