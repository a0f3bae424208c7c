import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ConnectionBannerView } from '../connection-banner/connection-banner-view.tsx';
import type { RegistrationSnapshot } from '../snapshots.ts';
import { fakeParty } from '../testing/fake-session.ts';
import { RegistrationStatusView } from './registration-status-view.tsx';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

afterEach(() => {
  vi.useRealTimers();
});

const standing = (status: RegistrationSnapshot['status'], more: Partial<RegistrationSnapshot> = {}) => ({
  ...{ status, expiresAt: null, retryAt: null, error: null },
  ...more,
});
const response = (statusCode: number) => ({ code: 'RESPONSE', message: '', statusCode, retryable: false });

describe('RegistrationStatus', () => {
  test.each([
    ['registered', 'Ready'],
    ['registering', 'Signing in…'],
    ['unregistered', 'Signed out'],
    ['unregistering', 'Signing out…'],
    ['failed', 'Not signed in'],
  ] as const)('[KIT-06] has a word for %s', (status, word) => {
    render(<RegistrationStatusView registration={standing(status)} account={fakeParty('1001', 'Alice')} />);
    expect(screen.getByRole('status')).toHaveTextContent(word);
    expect(screen.getByText('Alice')).toBeVisible();
  });

  test('[KIT-06] believes no registration without a connection', () => {
    render(<RegistrationStatusView registration={standing('registered')} connected={false} />);
    expect(screen.getByRole('status')).toHaveTextContent('Offline');
  });

  test('[KIT-06] counts down to the next try outside of the live region', () => {
    vi.useFakeTimers();
    render(<RegistrationStatusView registration={standing('failed', { retryAt: Date.now() + 3000 })} />);
    expect(screen.getByText('trying again in 3 s')).toBeVisible();
    act(() => void vi.advanceTimersByTime(1100));
    expect(screen.getByText('trying again in 2 s')).toBeVisible();
    act(() => void vi.advanceTimersByTime(5000));
    expect(screen.getByText('trying again in 0 s')).toBeVisible();
    expect(screen.getByRole('status')).not.toHaveTextContent('again');
  });
});

describe('ConnectionBanner', () => {
  test('[KIT-06] says nothing while all is well', () => {
    const { container } = render(
      <ConnectionBannerView status="connected" retryAt={null} error={null} registration={standing('registered')} />,
    );
    expect(container).toBeEmptyDOMElement();
  });

  test('[KIT-06] says what a lost connection means for a call, and when it is tried again', () => {
    vi.useFakeTimers();
    const retryAt = Date.now() + 2000;
    render(<ConnectionBannerView status="reconnecting" retryAt={retryAt} error={null} inCall />);
    expect(screen.getByText('Connection lost, trying again in 2 s')).toBeVisible();
    expect(screen.getByText('Your call goes on; hold and transfer have to wait.')).toBeVisible();
    act(() => void vi.advanceTimersByTime(2100));
    expect(screen.getByText('Connection lost, trying again now…', { selector: 'strong' })).toBeVisible();
  });

  test('[KIT-10] is announced once and not with each second', () => {
    vi.useFakeTimers();
    render(<ConnectionBannerView status="reconnecting" retryAt={Date.now() + 9000} error={null} />);
    act(() => void vi.advanceTimersByTime(1500));
    const said = screen.getByRole('status').textContent;
    expect(said).toBe('Connection lost, trying again now…');
    act(() => void vi.advanceTimersByTime(4000));
    expect(screen.getByRole('status')).toHaveTextContent(said);
  });

  test('[KIT-06] blames the network when the browser knows it is gone', () => {
    render(<ConnectionBannerView status="reconnecting" retryAt={null} error={null} online={false} />);
    expect(screen.getByText('This computer is offline')).toBeVisible();
  });

  test.each([
    [403, /did not accept your name or password/],
    [404, /does not know this number/],
    [500, /answered 500/],
  ])('[KIT-06] says why the registrar refuses with %d, and offers another try', async (statusCode, words) => {
    const onRetry = vi.fn();
    const registration = standing('failed', { error: response(statusCode) });
    render(
      <ConnectionBannerView
        status="connected"
        retryAt={null}
        error={null}
        registration={registration}
        onRetry={onRetry}
      />,
    );
    expect(screen.getByText(words)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});
