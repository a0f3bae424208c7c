/** The one file that the page needs: put it wherever your scripts lie. */
import { copyFileSync } from 'node:fs';

const script = new URL('dist/hook-switch.js', import.meta.resolve('@hookswitch/ui/package.json'));
copyFileSync(script, new URL('hook-switch.js', import.meta.url));
