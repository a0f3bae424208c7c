import { lower, sameName } from './characters.ts';

/** Header fields the library reads itself, by the number {@link headerId} gives them. */
export const Field = {
  Other: 0,
  Via: 1,
  From: 2,
  To: 3,
  CallId: 4,
  CSeq: 5,
  Contact: 6,
  MaxForwards: 7,
  ContentLength: 8,
  ContentType: 9,
  Route: 10,
  RecordRoute: 11,
  Expires: 12,
  MinExpires: 13,
  Supported: 14,
  Require: 15,
  Unsupported: 16,
  Allow: 17,
  RSeq: 18,
  RAck: 19,
  SessionExpires: 20,
  MinSE: 21,
  RetryAfter: 22,
  ContentDisposition: 23,
  ProxyRequire: 24,
  Event: 25,
  SubscriptionState: 26,
  ReferTo: 27,
  ReferredBy: 28,
  Replaces: 29,
  ContentEncoding: 30,
  Accept: 31,
  Timestamp: 32,
} as const;

/** Canonical name and compact form of each; the place in the list is the number. */
const NAMES: readonly (readonly [name: string, compact?: string])[] = [
  [''],
  ['Via', 'v'],
  ['From', 'f'],
  ['To', 't'],
  ['Call-ID', 'i'],
  ['CSeq'],
  ['Contact', 'm'],
  ['Max-Forwards'],
  ['Content-Length', 'l'],
  ['Content-Type', 'c'],
  ['Route'],
  ['Record-Route'],
  ['Expires'],
  ['Min-Expires'],
  ['Supported', 'k'],
  ['Require'],
  ['Unsupported'],
  ['Allow'],
  ['RSeq'],
  ['RAck'],
  ['Session-Expires', 'x'],
  ['Min-SE'],
  ['Retry-After'],
  ['Content-Disposition'],
  ['Proxy-Require'],
  ['Event', 'o'],
  ['Subscription-State'],
  ['Refer-To', 'r'],
  ['Referred-By', 'b'],
  ['Replaces'],
  ['Content-Encoding', 'e'],
  ['Accept'],
  ['Timestamp'],
  ['Accept-Contact', 'a'],
  ['Accept-Encoding'],
  ['Accept-Language'],
  ['Alert-Info'],
  ['Allow-Events', 'u'],
  ['Answer-Mode'],
  ['Authentication-Info'],
  ['Authorization'],
  ['Call-Info'],
  ['Content-Language'],
  ['Date'],
  ['Diversion'],
  ['Error-Info'],
  ['Feature-Caps'],
  ['Flow-Timer'],
  ['Geolocation'],
  ['History-Info'],
  ['Identity', 'y'],
  ['Identity-Info', 'n'],
  ['In-Reply-To'],
  ['Info-Package'],
  ['Join'],
  ['Max-Breadth'],
  ['MIME-Version'],
  ['Organization'],
  ['P-Asserted-Identity'],
  ['P-Associated-URI'],
  ['P-Preferred-Identity'],
  ['Path'],
  ['Priority'],
  ['Privacy'],
  ['Proxy-Authenticate'],
  ['Proxy-Authentication-Info'],
  ['Proxy-Authorization'],
  ['Reason'],
  ['Recv-Info'],
  ['Refer-Sub'],
  ['Refer-Events-At'],
  ['Reject-Contact', 'j'],
  ['Remote-Party-ID'],
  ['Reply-To'],
  ['Request-Disposition', 'd'],
  ['Security-Client'],
  ['Security-Server'],
  ['Security-Verify'],
  ['Server'],
  ['Service-Route'],
  ['Session-ID'],
  ['SIP-ETag'],
  ['SIP-If-Match'],
  ['Subject', 's'],
  ['Suppress-If-Match'],
  ['Target-Dialog'],
  ['Trigger-Consent'],
  ['User-Agent'],
  ['User-to-User'],
  ['Warning'],
  ['WWW-Authenticate'],
];

/** For each hash the spellings that have it; made when the first message is read. */
let table: (readonly (readonly [spelling: string, id: number])[])[] | undefined;

function hash(length: number, first: number, last: number): number {
  return (length * 37 + lower(first) * 11 + lower(last) * 5) & 255;
}

function makeTable(): (readonly (readonly [string, number])[])[] {
  const buckets = Array.from({ length: 256 }, (): (readonly [string, number])[] => []);
  NAMES.forEach((spellings, id) => {
    for (const spelling of spellings) {
      if (spelling === undefined || spelling === '') continue;
      const slot = hash(spelling.length, spelling.charCodeAt(0), spelling.charCodeAt(spelling.length - 1));
      buckets[slot]?.push([spelling, id]);
    }
  });
  return buckets;
}

/** The number of the header field whose name, long or compact, is `text[start, end)`; `Field.Other` when unknown. */
export function headerId(text: string, start: number, end: number): number {
  table ??= makeTable();
  const bucket = table[hash(end - start, text.charCodeAt(start), text.charCodeAt(end - 1))];
  if (bucket === undefined) return Field.Other;
  for (const [spelling, id] of bucket) {
    if (sameName(text, start, end, spelling)) return id;
  }
  return Field.Other;
}

/** The name of a known header field as RFCs write it. */
export function headerName(id: number): string {
  return NAMES[id]?.[0] ?? '';
}

/** The name as RFCs write it when it is known, long or compact, in any case; otherwise as given. */
export function canonicalName(name: string): string {
  const id = headerId(name, 0, name.length);
  return id === Field.Other ? name : headerName(id);
}
