import { describe, expect, test } from 'vitest';
import { partyText } from '../call/party-text.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { fakeCause, fakeParty, fakeSession } from '../testing/fake-session.ts';
import { phoneScreen } from './phone-screen.ts';
import { suggestionsFrom } from './suggestions-from.ts';

const talking = fakeSession({ id: 'talking' });
const held = fakeSession({ id: 'held', hold: { local: true, remote: false } });
const incoming = fakeSession({ id: 'incoming', phase: 'incoming', direction: 'incoming' });
const ended = fakeSession({ id: 'ended', phase: 'ended', cause: fakeCause('HUNG_UP') });
const shown = (sessions: SessionSnapshot[], focused: string | null, last: SessionSnapshot | null): string => {
  const screen = phoneScreen(sessions, focused, last);
  return screen.kind === 'idle' ? 'idle' : `${screen.kind} ${screen.session.id}`;
};

describe('phoneScreen', () => {
  test.each([
    ['idle', [], null, null],
    ['ended ended', [], null, ended],
    ['incoming incoming', [incoming], 'incoming', ended],
    ['call talking', [talking], 'talking', ended],
    ['call held', [held, talking], 'held', null],
    ['call talking', [held, talking], null, null],
    ['call talking', [talking, incoming], 'incoming', null],
    ['idle', [ended], 'ended', null],
  ] as const)('[KIT-08] is %s', (expected, sessions, focused, last) => {
    expect(shown([...sessions], focused, last)).toBe(expected);
  });
});

describe('suggestionsFrom', () => {
  test('[KIT-04] offers the last three people, each once, without the one on the line', () => {
    const entry = (user: string, name: string | null = null) => ({
      ...{ id: user, party: fakeParty(user, name), outcome: 'placed', startedAt: 0, duration: null },
    });
    const entries = [
      entry('+351215550134'),
      entry('1002', 'Ben'),
      entry('1002', 'Ben'),
      entry('3'),
      entry('4'),
      entry('5'),
    ];
    const typed = entries.map((each) => ({ ...each, outcome: 'placed' as const }));
    expect(suggestionsFrom(typed, talking, (party) => partyText(party, '?'))).toEqual([
      { name: 'Ben', target: '1002' },
      { name: '3', target: '3' },
      { name: '4', target: '4' },
    ]);
  });
});
