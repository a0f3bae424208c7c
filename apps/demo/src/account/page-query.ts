import { type Account, defaultSettings, type PhoneSettings } from './account.ts';
import { readyAccount } from './own-server.ts';

/** What the address of the page asks for. */
export interface PageQuery {
  /** `?account=alice`: sign in at once as a ready account. */
  readonly account: Account | null;
  /** `&also=carol`: further ready accounts of the same phone. */
  readonly also: readonly Account[];
  /** The name in `?account=`, where there is no such account. */
  readonly unknownAccount: string | null;
  /** `?split=alice,bob`: two phones side by side. */
  readonly split: readonly [string, string] | null;
  /** `?tone=440` and `?ring=20`. */
  readonly settings: PhoneSettings;
  /** `?embedded`: the phone is one of two on a page, which has the frame around them. */
  readonly embedded: boolean;
}

export function readPageQuery(search: string): PageQuery {
  const query = new URLSearchParams(search);
  const name = query.get('account');
  const account = name === null ? undefined : readyAccount(name);
  const [left, right] = query.get('split')?.split(',') ?? [];
  return {
    account: account ?? null,
    also: (query.get('also')?.split(',') ?? []).flatMap((user) => readyAccount(user) ?? []),
    unknownAccount: account === undefined ? name : null,
    split: query.has('split') ? [left || 'alice', right || 'bob'] : null,
    settings: {
      tone: within(query.get('tone'), 100, 4000),
      ringFor: within(query.get('ring'), 1, 600) ?? defaultSettings.ringFor,
    },
    embedded: query.has('embedded'),
  };
}

/** The query that signs in as a ready account, for links and for reloading. */
export function phoneQuery(user: string, settings: PhoneSettings, embedded = false): string {
  const query = new URLSearchParams({ account: user });
  if (settings.tone !== null) query.set('tone', String(settings.tone));
  if (settings.ringFor !== defaultSettings.ringFor) query.set('ring', String(settings.ringFor));
  if (embedded) query.set('embedded', '');
  return `?${query.toString()}`;
}

function within(text: string | null, least: number, most: number): number | null {
  const value = Number(text ?? Number.NaN);
  return value >= least && value <= most ? value : null;
}
