import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { fakeCause, fakeParty, fakeSession } from '../testing/fake-session.ts';
import { hostileName } from '../testing/long-names.ts';
import { callLogEntry } from './call-log-entry.ts';
import { CallLog } from './call-log.tsx';

const over = { phase: 'ended', state: 'Terminated', answeredAt: null, endedAt: 2000, createdAt: 1000 } as const;

describe('callLogEntry', () => {
  test.each([
    ['answered', { direction: 'incoming', answeredAt: 1500, cause: fakeCause('HUNG_UP') }],
    ['missed', { direction: 'incoming', cause: fakeCause('CANCELED') }],
    ['missed', { direction: 'incoming', cause: fakeCause('NO_ANSWER', { by: 'local' }) }],
    ['declined', { direction: 'incoming', cause: fakeCause('REJECTED', { by: 'local' }) }],
    ['elsewhere', { direction: 'incoming', cause: fakeCause('ANSWERED_ELSEWHERE') }],
    ['placed', { direction: 'outgoing', answeredAt: 1500, cause: fakeCause('HUNG_UP') }],
    ['placed', { direction: 'outgoing', cause: fakeCause('CANCELED', { by: 'local' }) }],
    ['failed', { direction: 'outgoing', cause: fakeCause('BUSY') }],
  ] as const)('[KIT-05] is %s for %j', (outcome, changes) => {
    expect(callLogEntry(fakeSession({ ...over, ...changes })).outcome).toBe(outcome);
  });

  test('[KIT-05] counts the talk alone', () => {
    const session = fakeSession({ ...over, answeredAt: 1500, cause: fakeCause('HUNG_UP') });
    expect(callLogEntry(session)).toMatchObject({ startedAt: 1000, duration: 500 });
    expect(callLogEntry(fakeSession({ ...over, cause: fakeCause('BUSY') })).duration).toBeNull();
  });
});

describe('CallLog', () => {
  const entry = { ...callLogEntry(fakeSession({ ...over, cause: fakeCause('BUSY') })), startedAt: Date.now() };

  test('[KIT-05] calls the entry that is pressed, and removes one where that is wanted', async () => {
    const onCall = vi.fn();
    const onRemove = vi.fn();
    render(<CallLog entries={[entry]} onCall={onCall} onRemove={onRemove} />);
    await userEvent.click(screen.getByRole('button', { name: /^Marta Oliveira/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove Marta Oliveira from the list' }));
    expect(onCall).toHaveBeenCalledWith(entry);
    expect(onRemove).toHaveBeenCalledWith(entry);
  });

  test('[KIT-05] says that there is nothing yet', () => {
    render(<CallLog entries={[]} onCall={vi.fn()} />);
    expect(screen.getByText('No calls yet')).toBeVisible();
  });

  test('[KIT-11] shows names that are markup as text', () => {
    const { container } = render(
      <CallLog entries={[{ ...entry, party: fakeParty('1', hostileName) }]} onCall={vi.fn()} />,
    );
    expect(screen.getByText(hostileName)).toBeVisible();
    expect(container.querySelector('img, script')).toBeNull();
  });
});
