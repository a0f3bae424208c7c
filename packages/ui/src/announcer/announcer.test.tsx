import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Announcer } from './announcer.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

describe('Announcer', () => {
  test('[KIT-10] says quick changes once', () => {
    const { rerender } = render(<Announcer message="Calling Bob" />);
    pass(500);
    rerender(<Announcer message="Ringing Bob" />);
    pass(999);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    pass(1);
    expect(screen.getByRole('status')).toHaveTextContent('Ringing Bob');
  });

  test('[KIT-10] says what is urgent at once', () => {
    render(<Announcer message="Call failed" urgent />);
    pass(0);
    expect(screen.getByRole('alert')).toHaveTextContent('Call failed');
  });
});
