import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A second is short on a machine that does other things too; whoever waits for what never comes learns it all the same.
configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  cleanup();
});
