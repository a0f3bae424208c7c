/** Whom the phone signs in as, and where. */
export interface Account {
  /** WebSocket URI of the server. */
  readonly server: string;
  /** Address of record, such as `alice@example.com`; `sip:` before it is optional. */
  readonly address: string;
  readonly password: string;
  /** Empty for none. */
  readonly displayName: string;
  /** Empty where it is the user of the address. */
  readonly authorizationUser: string;
}

/** How the phone behaves, whoever uses it. */
export interface PhoneSettings {
  /** Hertz of the tone that takes the microphone's place; `null` for the microphone itself. */
  readonly tone: number | null;
  /** Seconds that an incoming call rings before it is turned away. */
  readonly ringFor: number;
}

export const defaultSettings: PhoneSettings = { tone: null, ringFor: 60 };

/** The user part, for places where no name is known. */
export function userOf(address: string): string {
  return address.replace(/^sips?:/i, '').split('@')[0] ?? address;
}

/** What to call the person on the screen. */
export function nameOf(account: Pick<Account, 'displayName' | 'address'>): string {
  return account.displayName === '' ? userOf(account.address) : account.displayName;
}
