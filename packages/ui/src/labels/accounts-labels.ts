/** The words of a phone with several accounts. */
export interface AccountsLabels {
  readonly group: string;
  /** What the head of the phone does, where it shows the account in use. */
  readonly choose: string;
  readonly ringing: string;
  /** How many calls an account has. */
  readonly calls: (count: number) => string;
  /** Which account a call came in on, or goes over. */
  readonly via: (account: string) => string;
}
