/** The words of a phone with several accounts. */
export interface AccountsLabels {
  readonly group: string;
  /** What the head of the phone is called while it shows which account is in use. */
  readonly current: (account: string, status: string) => string;
  readonly use: (account: string, status: string) => string;
  readonly ringing: string;
  /** How many calls an account has. */
  readonly calls: (count: number) => string;
  /** Which account a call came in on, or goes over. */
  readonly via: (account: string) => string;
}
