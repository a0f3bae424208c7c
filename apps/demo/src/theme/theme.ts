/** How the page looks; `system` follows the machine. */
export type Theme = 'light' | 'dark' | 'system';

const KEY = 'hookswitch.theme';

class ThemeStore {
  readonly #listeners = new Set<() => void>();

  readonly get = (): Theme => {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  };

  readonly set = (theme: Theme): void => {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
    this.apply();
    for (const listener of this.#listeners) listener();
  };

  /** Follows changes of this page and of others, such as the frames of the side-by-side page. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const changed = (event: StorageEvent): void => {
      if (event.key !== KEY && event.key !== null) return;
      this.apply();
      listener();
    };
    this.#listeners.add(listener);
    window.addEventListener('storage', changed);
    return () => {
      this.#listeners.delete(listener);
      window.removeEventListener('storage', changed);
    };
  };

  /** Puts the choice onto the page, where the tokens of the kit read it. */
  apply(): void {
    const theme = this.get();
    if (theme === 'system') delete document.documentElement.dataset['hsTheme'];
    else document.documentElement.dataset['hsTheme'] = theme;
  }
}

export const theme = new ThemeStore();
