import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import { forgetAccount, readRememberedAccount, rememberAccount } from './remembered-account.ts';

const account: Account = {
  server: 'wss://sip.example.com',
  address: 'alice@example.com',
  password: 'wonderland',
  displayName: 'Alice',
  authorizationUser: '',
};

beforeEach(() => {
  localStorage.clear();
});

describe('the remembered account', () => {
  it('[RCT-05] has no password unless that was asked for', () => {
    const { password, ...rest } = account;
    rememberAccount(account, false);
    expect(readRememberedAccount()).toEqual(rest);
    expect(JSON.stringify(localStorage)).not.toContain(password);
    rememberAccount(account, true);
    expect(readRememberedAccount()).toEqual(account);
  });

  it('[RCT-05] is forgotten', () => {
    rememberAccount(account, true);
    forgetAccount();
    expect(localStorage).toHaveLength(0);
    expect(readRememberedAccount()).toBeNull();
  });

  it.each([
    '{',
    '[]',
    '7',
    '{"server":"wss://sip.example.com"}',
    '{"server":1,"address":"a","displayName":"","authorizationUser":""}',
  ])('[RCT-05] is none when the storage holds %s', (text) => {
    localStorage.setItem('hookswitch.account', text);
    expect(readRememberedAccount()).toBeNull();
  });
});
