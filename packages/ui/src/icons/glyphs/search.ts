import { drawnIcon, type Icon } from '../drawn-icon.tsx';

export const SearchIcon: Icon = drawnIcon('M21 21l-4.34-4.34M3 11a8 8 0 1 0 16 0 8 8 0 1 0-16 0z');
