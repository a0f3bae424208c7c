import { useEffect } from 'react';

/** Gives the page a title while the component is mounted. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
