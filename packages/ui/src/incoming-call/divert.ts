/** Where a call can be sent instead of being taken. */
export interface Divert {
  /** An address, or a number of our own domain. */
  readonly target: string;
  /** What the button says; default that it is the voicemail. */
  readonly label?: string | undefined;
}
