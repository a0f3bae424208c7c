import type { PartyText } from '../call/party-text.ts';
import type { CallLogEntry } from '../call-log/call-log-entry.ts';
import type { Party, SessionSnapshot } from '../snapshots.ts';
import type { TransferSuggestion } from '../transfer-panel/transfer-panel.tsx';

const most = 3;

/** The people talked to last, without the one on the line and without anyone twice. */
export function suggestionsFrom(
  entries: readonly CallLogEntry[],
  session: Pick<SessionSnapshot, 'remote'>,
  textOf: (party: Party) => PartyText,
): readonly TransferSuggestion[] {
  const found = new Map<string, TransferSuggestion>();
  for (const { party } of entries) {
    if (found.size === most) break;
    const { name, number } = textOf(party);
    const target = number === '' ? name : number;
    const anonymous = number === '' && party.host === 'anonymous.invalid';
    if (!anonymous && party.uri !== session.remote.uri) found.set(target, { name, target });
  }
  return [...found.values()];
}
