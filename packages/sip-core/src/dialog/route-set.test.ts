import { describe, expect, test } from 'vitest';
import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import { routeTo } from './route-set.ts';

const TARGET = 'sip:bob@192.0.2.4';

/** The Request-URI and the Route values of a request, as text. */
function travel(target: string, ...routes: readonly string[]): readonly string[] {
  const uri = Uri.parse(target);
  if (uri === undefined) throw new Error(`no URI: ${target}`);
  const result = routeTo(
    uri,
    routes.flatMap((route) => NameAddr.parse(route) ?? []),
  );
  return [result.requestUri.toRequestUri(), ...result.routes.map((route) => route.toString())];
}

describe('the way of a request within a dialog (RFC 3261 section 12.2.1.1)', () => {
  test('[PRO-03] without a route set: to the remote target, and no Route', () => {
    expect(travel(TARGET)).toEqual([TARGET]);
  });

  test('[PRO-03] with a loose router first: to the remote target, over the whole set in its order', () => {
    expect(travel(TARGET, '<sip:p1.example.com;lr>', '<sip:p2.example.com>', '<sip:p3.example.com;lr>')).toEqual([
      TARGET,
      '<sip:p1.example.com;lr>',
      '<sip:p2.example.com>',
      '<sip:p3.example.com;lr>',
    ]);
  });

  test('[PRO-03] lr counts with a value as well, as some write lr=on', () => {
    expect(travel(TARGET, '<sip:p1.example.com;lr=on>')).toEqual([TARGET, '<sip:p1.example.com;lr=on>']);
  });

  test('[PRO-03] with a strict router first: to that one, the rest of the set, and the target as the last Route', () => {
    // The example of the section: a strict proxy1, and the target moves to the end.
    const way = travel('sip:user@remoteua', '<sip:proxy1>', '<sip:proxy2>', '<sip:proxy3;lr>', '<sip:proxy4>');
    expect(way).toEqual(['sip:proxy1', '<sip:proxy2>', '<sip:proxy3;lr>', '<sip:proxy4>', '<sip:user@remoteua>']);
  });

  test('[PRO-03] a strict router alone: the target is the only Route', () => {
    expect(travel(TARGET, '<sip:p1.example.com;transport=tcp>')).toEqual([
      'sip:p1.example.com;transport=tcp',
      `<${TARGET}>`,
    ]);
  });

  test.each([
    ['a strict router', 'sip:p1.example.com', (uri: string) => travel(TARGET, `<${uri}>`)],
    ['the remote target', 'sip:bob@192.0.2.4', (uri: string) => travel(uri)],
    ['the target behind a loose router', 'sip:bob@192.0.2.4', (uri: string) => travel(uri, '<sip:p1.example.com;lr>')],
  ])('[PRO-03] %s loses what a Request-URI must not have (section 19.1.1)', (_, uri, way) => {
    expect(way(`${uri};transport=tcp;method=INVITE?Subject=x&Route=%3Csip:evil%3E`)[0]).toBe(`${uri};transport=tcp`);
  });
});
