import { describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import { checkAccount, checkSettings } from './check-account.ts';

const good: Account = {
  server: 'wss://sip.example.com:7443/ws',
  address: 'alice@example.com',
  password: '',
  displayName: '',
  authorizationUser: '',
};
const http = { protocol: 'http:' };
const https = { protocol: 'https:' };

describe('checkAccount', () => {
  it('[APP-03] takes any server, with or without the scheme of the address', () => {
    expect(checkAccount(good, https)).toEqual({});
    expect(checkAccount({ ...good, address: 'sip:alice@10.0.0.1:5060' }, https)).toEqual({});
    expect(checkAccount({ ...good, server: 'ws://localhost' }, http)).toEqual({});
  });

  it.each(['', 'sip.example.com', 'https://sip.example.com', 'wss://', 'nonsense'])(
    '[APP-03] says what is wrong with the server %j',
    (server) => {
      expect(Object.keys(checkAccount({ ...good, server }, http))).toEqual(['server']);
    },
  );

  it('[APP-03] refuses an open socket on a page that came over https', () => {
    expect(checkAccount({ ...good, server: 'ws://sip.example.com' }, https).server).toContain('wss://');
  });

  it.each(['', 'alice', '@example.com', 'alice@', 'alice smith@example.com'])(
    '[APP-03] says what is wrong with the address %j',
    (address) => {
      expect(Object.keys(checkAccount({ ...good, address }, http))).toEqual(['address']);
    },
  );
});

describe('checkSettings', () => {
  it('[APP-01] takes a tone that can be heard, and a time that makes sense', () => {
    expect(checkSettings({ tone: null, ringFor: 60 })).toEqual({});
    expect(checkSettings({ tone: 440, ringFor: 1 })).toEqual({});
    expect(Object.keys(checkSettings({ tone: Number.NaN, ringFor: 0 }))).toEqual(['tone', 'ringFor']);
  });
});
