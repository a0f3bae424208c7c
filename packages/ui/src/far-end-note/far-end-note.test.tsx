import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ActiveCallView } from '../active-call/active-call-view.tsx';
import { fakeSession } from '../testing/fake-session.ts';
import { loadParts } from '../testing/load-parts.ts';
import { FarEndNote } from './far-end-note.tsx';

beforeAll(loadParts);
afterEach(() => {
  vi.useRealTimers();
});

test('[NET-03] says when the call ends, and counts down outside of the live region', () => {
  vi.useFakeTimers();
  render(<FarEndNote session={{ farEnd: 'unreachable', givenUpAt: Date.now() + 18_000 }} />);
  expect(screen.getByText('The call ends in 18 s if that stays.')).toBeVisible();
  act(() => void vi.advanceTimersByTime(2100));
  expect(screen.getByText('The call ends in 16 s if that stays.')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(
    'They cannot be heard any more, and do not answer. The call ends soon if that stays.',
  );
});

test('[NET-03] stands in the call while the far end is silent, and goes when it is heard', () => {
  const actions = { hangUp: vi.fn(), toggleHold: vi.fn(), toggleMute: vi.fn(), sendDtmf: vi.fn(), transfer: vi.fn() };
  const { rerender } = render(<ActiveCallView session={fakeSession({ farEnd: 'silent' })} actions={actions} />);
  expect(screen.getByText('They cannot be heard')).toBeVisible();
  rerender(<ActiveCallView session={fakeSession()} actions={actions} />);
  expect(screen.queryByText('They cannot be heard')).not.toBeInTheDocument();
});
