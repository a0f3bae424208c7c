import { describe, expect, it } from 'vitest';
import { defaultSettings } from './account.ts';
import { phoneQuery, readPageQuery } from './page-query.ts';

describe('readPageQuery', () => {
  it('[APP-01] asks for nothing by itself', () => {
    const nothing = { account: null, also: [], unknownAccount: null, split: null };
    expect(readPageQuery('')).toEqual({ ...nothing, settings: defaultSettings, embedded: false });
  });

  it('[APP-01] signs in as a ready account', () => {
    const { account, settings, embedded } = readPageQuery('?account=Alice&tone=440&ring=5&embedded');
    expect(account).toMatchObject({ address: 'alice@example.com', server: `ws://${location.host}/sip` });
    expect(settings).toEqual({ tone: 440, ringFor: 5 });
    expect(embedded).toBe(true);
  });

  it('[APP-01] knows an unknown account from none', () => {
    expect(readPageQuery('?account=mallory')).toMatchObject({ account: null, unknownAccount: 'mallory' });
  });

  it('[NET-05] takes further accounts that are there', () => {
    const { also } = readPageQuery('?account=alice&also=carol,mallory');
    expect(also.map(({ address }) => address)).toEqual(['carol@example.com']);
  });

  it('[APP-01] ignores settings that make no sense', () => {
    expect(readPageQuery('?tone=loud&ring=-1').settings).toEqual(defaultSettings);
    expect(readPageQuery('?tone=5').settings).toEqual(defaultSettings);
  });

  it('[APP-01] fills in who is missing from a pair', () => {
    expect(readPageQuery('?split').split).toEqual(['alice', 'bob']);
    expect(readPageQuery('?split=carol').split).toEqual(['carol', 'bob']);
  });
});

describe('phoneQuery', () => {
  it('[APP-01] is read back as it was meant', () => {
    const settings = { tone: 660, ringFor: 20 };
    expect(readPageQuery(phoneQuery('bob', settings, true))).toMatchObject({ settings, embedded: true });
    expect(phoneQuery('bob', defaultSettings)).toBe('?account=bob');
  });
});
