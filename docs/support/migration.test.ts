import { readFileSync } from 'node:fs';
import * as core from '@hookswitch/sip-core';
import { expect, test } from 'vitest';
import {
  contextMembers,
  documented,
  exportedNames,
  invitationMethods,
  parameters,
  sessionMembers,
  uaMethods,
} from './documented-names.ts';

/** What stands in the first column of the tables of a page: the names of the other library. */
function named(page: string): string {
  const lines = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|')[1] ?? '')
    .join('\n');
}

/** Names without an entry, where a name is a whole word: `hold` is not found in `unhold`. */
function missing(page: string, names: readonly string[]): readonly string[] {
  const text = named(page);
  return names.filter((name) => !new RegExp(`(?<![\\w-])${name.replaceAll('.', '\\.')}(?![\\w-])`).test(text));
}

test.each(documented)('[APP-06] $page has an entry for each of the $what', ({ page, names }) => {
  expect(missing(page, names)).toEqual([]);
});

test('[APP-06] a name that has no entry is found missing', () => {
  expect(missing('migrate/jssip.md', ['hold', 'old', 'unheardOf'])).toEqual(['old', 'unheardOf']);
});

test('[APP-06] what the tables call the same has that name here', () => {
  const ua = new core.UA({ uri: 'alice@example.com' });
  const call = new core.Inviter(ua.userAgent, core.URI.parse('sip:bob@example.com') ?? expect.fail());
  const has = (on: object, names: readonly string[]): readonly string[] => names.filter((name) => !(name in on));
  expect(has(ua, uaMethods)).toEqual([]);
  expect(has(call, [...sessionMembers, 'cancel'])).toEqual([]);
  expect(has(core.Invitation.prototype, invitationMethods)).toEqual([]);
  expect(has(core, exportedNames)).toEqual([]);
  expect(has(ua.request('OPTIONS', 'bob'), contextMembers)).toEqual([]);
});

test('[APP-06] each parameter of the document is one of ours', () => {
  const warnings: string[] = [];
  const logger = { log: (_level: unknown, _category: string, message: string) => void warnings.push(message) };
  const platform = { ...core.browserPlatform(), logger };
  new core.UA({ ...Object.fromEntries(parameters.map((name) => [name, undefined])), platform });
  expect(warnings).toEqual([]);
});
