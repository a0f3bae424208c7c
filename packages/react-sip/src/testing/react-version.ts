import { version } from 'react';

/** The tests run with 18.2 and with 19. */
export const REACT_18: boolean = version.startsWith('18.');
