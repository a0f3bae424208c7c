import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { SessionSnapshot } from '../snapshots.ts';
import { fakeCause, fakeParty, fakeSession } from '../testing/fake-session.ts';
import { hostileName } from '../testing/long-names.ts';
import { EndedCallView } from './ended-call-view.tsx';
import { endedBadly } from './ended-look.ts';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

const over = (changes: Partial<SessionSnapshot>): SessionSnapshot =>
  fakeSession({ phase: 'ended', state: 'Terminated', endedAt: Date.now(), answeredAt: null, ...changes });

describe('EndedCall', () => {
  test('[KIT-02] says why the call ended and what to do', () => {
    render(<EndedCallView session={over({ cause: fakeCause('BUSY') })} onRedial={vi.fn()} onDismiss={vi.fn()} />);
    expect(screen.getByRole('status')).toHaveTextContent('Line busy');
    expect(screen.getByRole('status')).toHaveTextContent('Try again in a few minutes.');
  });

  test('[KIT-02] tells how long the talk was', () => {
    const session = over({ cause: fakeCause('HUNG_UP'), answeredAt: 1000, endedAt: 95_000 });
    render(<EndedCallView session={session} onRedial={vi.fn()} onDismiss={vi.fn()} />);
    expect(screen.getByText('They ended the call')).toBeVisible();
    expect(screen.getByText('You talked for 1:34')).toBeVisible();
  });

  test('[KIT-02] offers to call again, but not to the press that hung up', async () => {
    const onRedial = vi.fn();
    render(<EndedCallView session={over({ cause: fakeCause('BUSY') })} onRedial={onRedial} onDismiss={vi.fn()} />);
    const again = screen.getByRole('button', { name: 'Call again' });
    await userEvent.click(again);
    expect(onRedial).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(again).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(again);
    expect(onRedial).toHaveBeenCalledOnce();
  });

  test('[KIT-02] tells ordinary endings from bad ones', () => {
    expect(endedBadly(over({ cause: fakeCause('HUNG_UP') }))).toBe(false);
    expect(endedBadly(over({ cause: fakeCause('TRANSFERRED') }))).toBe(false);
    expect(endedBadly(over({ cause: fakeCause('REJECTED', { by: 'local' }), direction: 'incoming' }))).toBe(false);
    expect(endedBadly(over({ cause: fakeCause('REJECTED') }))).toBe(true);
    expect(endedBadly(over({ cause: fakeCause('MEDIA_DENIED', { by: 'local' }) }))).toBe(true);
    expect(endedBadly(over({ cause: null }))).toBe(false);
  });

  test('[KIT-11] shows names that are markup as text', () => {
    const session = over({ cause: fakeCause('BUSY'), remote: fakeParty('1', hostileName) });
    const { container } = render(<EndedCallView session={session} onRedial={vi.fn()} onDismiss={vi.fn()} />);
    expect(screen.getByText(hostileName)).toBeVisible();
    expect(container.querySelector('img, script')).toBeNull();
  });
});
