/** Whether the page may use the microphone, as far as the browser tells. */
export type MicrophonePermission = 'granted' | 'denied' | 'prompt' | 'unknown' | 'unsupported';

/** Follows the permission; asks for nothing. */
export class MicrophonePermissionWatch {
  #state: MicrophonePermission = 'mediaDevices' in navigator ? 'unknown' : 'unsupported';
  #status: PermissionStatus | undefined;
  readonly #listeners = new Set<() => void>();

  readonly get = (): MicrophonePermission => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#status === undefined && this.#state === 'unknown') void this.#ask();
    return () => {
      this.#listeners.delete(listener);
    };
  };

  async #ask(): Promise<void> {
    try {
      const status = await navigator.permissions.query({ name: 'microphone' });
      this.#status = status;
      status.onchange = () => this.#take(status);
      this.#take(status);
    } catch {
      // Browsers that do not tell answer by letting or not letting us capture.
    }
  }

  #take({ state }: PermissionStatus): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
