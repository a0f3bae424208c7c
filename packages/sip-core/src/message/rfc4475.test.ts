import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { IncomingRequest, IncomingResponse } from './incoming-message.ts';
import { NameAddr } from './name-addr.ts';
import { parseMessage } from './parse-message.ts';
import { responseTo, responseToFailure } from './response-to.ts';
import manifest from './rfc4475/manifest.json' with { type: 'json' };
import { serializeResponse } from './serialize.ts';

interface Fact {
  readonly path: string;
  readonly equals?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly absent?: boolean;
}

function load(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`rfc4475/${file}`, import.meta.url)));
}

/** What the manifest calls things, said in our words. */
function lookUp(message: IncomingRequest | IncomingResponse, path: string): unknown {
  const [head = '', ...rest] = path.split('.');
  const { type, params } = message.contentType ?? {};
  const boundary = params?.get('boundary');
  const roots: Readonly<Record<string, () => unknown>> = {
    method: () => message.kind === 'request' && message.method,
    requestUri: () => message.kind === 'request' && message.requestUri,
    requestUriRaw: () => message.kind === 'request' && message.requestUri.opaque && message.text.split(' ')[1],
    status: () => message.kind === 'response' && message.statusCode,
    reason: () => message.kind === 'response' && message.reasonPhrase,
    from: () => message.from,
    to: () => message.to,
    via: () => message.vias,
    cseq: () => message.cseq,
    callId: () => message.callId,
    contacts: () => message.contacts,
    maxForwards: () => message.maxForwards,
    contentLength: () => message.contentLength,
    contentType: () => (boundary === undefined ? type : `${type ?? ''};boundary=${boundary ?? ''}`),
    bodyBytes: () => message.bodyBytes.length,
    header: () => ({ [rest.join('.')]: message.header(rest.join('.')) }),
  };
  const steps = head === 'header' ? [rest.join('.')] : rest;
  return steps.reduce(step, roots[head]?.());
}

function expectFact(message: IncomingRequest | IncomingResponse, fact: Fact): void {
  const value = lookUp(message, fact.path);
  if (fact.absent === true) expect(value, fact.path).toBeUndefined();
  else if (fact.anyOf !== undefined) expect(fact.anyOf, fact.path).toContain(value);
  else expect(value, fact.path).toBe(fact.equals);
}

function step(value: unknown, key: string): unknown {
  if (value instanceof Map) {
    const found: unknown = value.get(key);
    return Array.isArray(found) ? found[0] : found;
  }
  if (value instanceof NameAddr && key === 'raw') return value.uri.toString();
  return typeof value === 'object' && value !== null ? Reflect.get(value, key, value) : undefined;
}

describe('the torture messages of RFC 4475', () => {
  it('[PRO-01] are all here as published', () => {
    expect(manifest).toHaveLength(50);
    for (const { file, sha256 } of manifest) {
      expect(createHash('sha256').update(load(file)).digest('hex'), file).toBe(sha256);
    }
  });

  it.each(manifest)('[PRO-01] $name: $note', ({ file, expect: { parse, ua }, facts }) => {
    const result = parseMessage(load(file));
    const sound = result.ok && result.message.malformed() === undefined;
    if (parse !== 'either') expect(sound ? 'accept' : 'reject').toBe(parse);

    if (result.ok) {
      // What is refused after all need not have been understood.
      if (sound) for (const fact of facts as readonly Fact[]) expectFact(result.message, fact);
      else expect(ua).toContain(400);
      if (result.message.kind === 'request') expectEcho(serializeResponse(responseTo(result.message, 400)));
      return;
    }
    const answer = responseToFailure(result.failure);
    expect(ua).toContain(answer?.statusCode ?? 'drop');
    if (answer !== undefined) expectEcho(serializeResponse(answer));
  });

  it('[PRO-01] read the same from a text frame, where they are text', () => {
    for (const { file, name } of manifest) {
      if (name === 'mpart01') continue;
      const octets = load(file);
      const fromOctets = parseMessage(octets);
      const fromText = parseMessage(new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets));
      expect(fromText.ok, name).toBe(fromOctets.ok);
      if (!fromText.ok || !fromOctets.ok) {
        expect(fromText, name).toEqual(fromOctets);
        continue;
      }
      expect(fromText.message.body, name).toBe(fromOctets.message.body);
      expect(fromText.message.bodyBytes, name).toEqual(fromOctets.message.bodyBytes);
      expect(fromText.message.names(), name).toEqual(fromOctets.message.names());
    }
  });

  it('[PRO-01] keep the binary parts of a multipart body', () => {
    const result = parseMessage(load('mpart01.dat'));
    expect(result.ok && createHash('sha256').update(result.message.bodyBytes).digest('hex')).toBe(
      createHash('sha256').update(load('mpart01.dat').subarray(-553)).digest('hex'),
    );
  });
});

/** What we send back is itself a message, with nothing smuggled in. */
function expectEcho(text: string): void {
  const result = parseMessage(text);
  if (!result.ok) {
    // The parts at fault come back as they were.
    expect(['BAD_HEADER', 'MISSING_HEADER']).toContain(result.failure.code);
    return;
  }
  expect(new Set(result.message.names())).toEqual(
    new Set(result.message.names().filter((name) => /^(Via|From|To|Call-ID|CSeq|Content-Length)$/.test(name))),
  );
  expect(result.message.toTag).toBeTruthy();
}
