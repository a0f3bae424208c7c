import { InvalidValueError } from '../base/errors.ts';
import { isAll, TOKEN } from './characters.ts';
import { canonicalName } from './header-names.ts';
import { refuseBreaks } from './params.ts';

/** What the library writes itself and nobody may write for it. */
const OURS: readonly string[] = ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Content-Length', 'Max-Forwards'];

/**
 * Reads header lines as an application gives them, such as `X-Account: 42`.
 *
 * @returns name and value of each; known names as RFCs write them
 * @throws InvalidValueError for a line break, a name that is no token, or a field the library writes itself
 */
export function parseExtraHeaders(lines: readonly string[]): [name: string, value: string][] {
  return lines.map((line) => {
    refuseBreaks(line, 'extra header');
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    if (!isAll(name, TOKEN)) {
      throw new InvalidValueError('extra header', `${JSON.stringify(line)} does not start with a name and a colon`);
    }
    const canonical = canonicalName(name);
    if (OURS.includes(canonical)) throw new InvalidValueError(canonical, 'is written by the library itself');
    return [canonical, line.slice(colon + 1).trim()];
  });
}
