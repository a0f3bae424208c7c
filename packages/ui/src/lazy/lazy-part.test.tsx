import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ErrorNote } from '../error-note/error-note.tsx';
import { lazyPart } from './lazy-part.tsx';

function Panel({ name }: { readonly name: string }): ReactElement {
  return <p>Panel of {name}</p>;
}

afterEach(() => vi.restoreAllMocks());

describe('lazyPart', () => {
  test('[KIT-08] draws something of the same size until the part is there', async () => {
    const Lazy = lazyPart(async () => Panel, <p>Meanwhile</p>);
    render(<Lazy name="Ben" />);
    expect(screen.getByText('Meanwhile')).toBeVisible();
    expect(await screen.findByText('Panel of Ben')).toBeVisible();
    expect(screen.queryByText('Meanwhile')).toBeNull();
  });

  test('[KIT-08] draws at once what was fetched before', async () => {
    const Lazy = lazyPart(async () => Panel);
    await Lazy.preload();
    render(<Lazy name="Ben" />);
    expect(screen.getByText('Panel of Ben')).toBeVisible();
  });

  test('[KIT-08] says that a part could not be fetched, and tries again the next time', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const fetchPart = vi.fn(async () => Panel).mockRejectedValueOnce(new TypeError('no network'));
    const Lazy = lazyPart(fetchPart);
    const { unmount } = render(<Lazy name="Ben" />);
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded');
    unmount();
    render(<Lazy name="Ben" />);
    expect(await screen.findByText('Panel of Ben')).toBeVisible();
  });

  test('[statement 7] [KIT-08] fetches nothing on a server', () => {
    const fetchPart = vi.fn(async () => Panel);
    const Lazy = lazyPart(fetchPart, <p>Meanwhile</p>);
    expect(renderToString(<Lazy name="Ben" />)).toBe('<p>Meanwhile</p>');
    expect(fetchPart).not.toHaveBeenCalled();
  });
});

describe('ErrorNote', () => {
  test('[KIT-02] fetches the words for errors with the first error', async () => {
    render(<ErrorNote error={{ code: 'MEDIA_DENIED', message: '', statusCode: null, retryable: true }} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('Microphone blocked');
  });
});
