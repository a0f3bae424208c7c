import { afterEach, expect, test, vi } from 'vitest';
import { pageParts } from './page-parts.ts';
import { UA } from './ua/ua.ts';
import { UserAgent } from './ua/user-agent.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('[NET-02] outside of a page there is nothing of one', () => {
  expect(pageParts()).toEqual({});
});

test('[NET-02] a phone in a page hears of its network, its end and other pages; a user agent alone needs none of it', () => {
  vi.stubGlobal('document', {});
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', {});
  expect(Object.keys(new UA('alice@example.com').userAgent.platform)).toEqual(
    expect.arrayContaining(['clock', 'network', 'page', 'tabs']),
  );
  expect(Object.keys(new UserAgent().platform)).not.toEqual(expect.arrayContaining(['network']));
});

test('[NET-02] what is given takes the place of what the page has', () => {
  vi.stubGlobal('document', {});
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', {});
  const network = { online: () => true, watch: () => () => undefined };
  expect(new UA({ uri: 'alice@example.com', platform: { network } }).userAgent.platform.network).toBe(network);
});
