/** A page that a test works in, in whichever browser. */
export interface DrivenPage {
  /** Runs a function in the page. What goes in and comes out is JSON; a promise is waited for. */
  evaluate<Result>(act: () => Result): Promise<Awaited<Result>>;
  evaluate<Given, Result>(act: (given: Given) => Result, given: Given): Promise<Awaited<Result>>;
  /** Calls `listener` with what the page throws and nobody catches. */
  onError(listener: (error: string) => void): void;
  /** Closes it, and forgets what its visitor left. */
  close(): Promise<void>;
}

/** A browser that runs. */
export interface DrivenBrowser {
  /** Such as `firefox/153.7.0`. */
  readonly version: string;
  /** Opens a page as a visitor of its own, and waits until the phone in it is there. */
  open(url: string): Promise<DrivenPage>;
  close(): Promise<void>;
}

/** Which browser; each is started when a test first asks for it. */
export type BrowserName = 'chromium' | 'firefox';

/** The call of a function as text, so that each driver can send it. */
export function expression(act: (given: never) => unknown, given: unknown): string {
  return `(${act.toString()})(${given === undefined ? '' : JSON.stringify(given)})`;
}
