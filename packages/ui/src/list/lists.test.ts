import { describe, expect, test } from 'vitest';
import { partyAt } from '../call/party-at.ts';
import { initials } from '../contacts/initials.ts';
import { en } from '../labels/en.ts';
import { conversationsIn } from '../messages/conversation.ts';
import { presenceState } from '../presence-dot/presence-state.ts';
import { dayText } from './day-text.ts';
import { groupByDay, midnightOf } from './group-by-day.ts';
import { matches } from './matches.ts';

const day = 86_400_000;

describe('lists', () => {
  test.each<[string, readonly string[], boolean]>([
    ['', ['anything'], true],
    ['joao', ['João Silva'], true],
    ['silva jo', ['João Silva'], true],
    ['silva x', ['João Silva'], false],
    ['(0113) 496', ['0113-496 0000'], true],
    ['496', ['Ben', '+441134960000'], true],
  ])('[KIT-05] a search for "%s" in %j is %s', (query, texts, found) => {
    expect(matches(query, texts)).toBe(found);
  });

  test('[KIT-05] are parted by days, which have names', () => {
    const noon = midnightOf(Date.now()) + day / 2;
    const days = groupByDay([noon, noon - 1000, noon - day, noon - 3 * day, noon - 800 * day], (moment) => moment);
    expect(days.map(({ items }) => items.length)).toEqual([2, 1, 1, 1]);
    const names = days.map(({ midnight }) => dayText(en.log, midnight));
    expect(names.slice(0, 2)).toEqual(['Today', 'Yesterday']);
    expect(names[2]).toMatch(/day$/);
    expect(names[3]).toMatch(/\d{4}/);
  });

  test.each([
    ['1002', { uri: 'sip:1002@example.com', user: '1002', host: 'example.com' }],
    ['sip:b%20c@x.org;transport=ws', { user: 'b c', host: 'x.org' }],
    ['tel:+351-21', { uri: 'tel:+351-21', user: '+351-21', host: 'example.com' }],
    ['sip:%E0%A4%A@x', { user: '%E0%A4%A' }],
  ])('[KIT-05] know who is at %s', (address, party) => {
    expect(partyAt(address, 'example.com')).toMatchObject(party);
  });

  test('[KIT-05] draw initials of any script, and none of no letter', () => {
    expect(['Ben van Carter', 'marta', '   ', '+351', 'محمد علي'].map(initials)).toEqual(['BC', 'M', '', '', 'مع']);
  });

  test('[KIT-05] put the latest conversation first, with what is unread', () => {
    const text = (id: string, peer: string, at: number, read: boolean) =>
      ({ id, peer, at, read, direction: 'incoming', body: id, status: 'received', error: null }) as const;
    const found = conversationsIn([text('1', 'a', 1, false), text('2', 'b', 2, true), text('3', 'a', 3, false)]);
    expect(found.map(({ peer, unread, last }) => [peer, unread, last.id])).toEqual([
      ['a', 2, '3'],
      ['b', 0, '2'],
    ]);
  });

  test.each([
    ['unknown', [], 'unknown'],
    ['open', [], 'available'],
    ['closed', [], 'offline'],
    ['open', ['on-the-phone'], 'busy'],
    ['open', ['away'], 'away'],
    ['closed', ['busy', 'do-not-disturb'], 'doNotDisturb'],
  ] as const)('[KIT-05] %s with %j is %s', (availability, activities, state) => {
    expect(presenceState({ availability, activities })).toBe(state);
  });
});
