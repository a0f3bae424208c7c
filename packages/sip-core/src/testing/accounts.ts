/** Somebody the registrar knows. */
export interface Account {
  /** The user part of the address of record. */
  readonly user: string;
  readonly password: string;
  readonly displayName: string;
}

/** The accounts every network has unless told otherwise. */
export const defaultAccounts: readonly Account[] = [
  { user: 'alice', password: 'wonderland', displayName: 'Alice' },
  { user: 'bob', password: 'builder', displayName: 'Bob' },
  { user: 'carol', password: 'christmas', displayName: 'Carol' },
];
