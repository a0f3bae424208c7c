import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const PlusIcon: Icon = drawnIcon('M5 12h14M12 5v14');
