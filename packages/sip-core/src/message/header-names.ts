import { isName, lower } from './characters.ts';
import * as Field from './field.ts';

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

/** Every spelling in lower case with its number, in a slot its hash leads to; made when the first message is read. */
let spellings: readonly (string | undefined)[] | undefined;
/** The same spellings as RFCs write them. */
let written: readonly (string | undefined)[] = [];
let ids: readonly (number | undefined)[] = [];

const SLOTS = 1024;

function hash(length: number, first: number, last: number): number {
  return (length * 37 + lower(first) * 11 + lower(last) * 5) & (SLOTS - 1);
}

function makeTable(): readonly (string | undefined)[] {
  const spelled = new Array<string | undefined>(SLOTS).fill(undefined);
  const asWritten = new Array<string | undefined>(SLOTS).fill(undefined);
  const numbers = new Array<number | undefined>(SLOTS).fill(undefined);
  NAMES.forEach((names, id) => {
    for (const name of names) {
      if (name === undefined || name === '') continue;
      let slot = hash(name.length, name.charCodeAt(0), name.charCodeAt(name.length - 1));
      while (spelled[slot] !== undefined) slot = (slot + 1) & (SLOTS - 1);
      spelled[slot] = name.toLowerCase();
      asWritten[slot] = name;
      numbers[slot] = id;
    }
  });
  written = asWritten;
  ids = numbers;
  return spelled;
}

/** The number of the header field whose name, long or compact, is `text[start, end)`; `Field.Other` when unknown. */
export function headerId(text: string, start: number, end: number): number {
  spellings ??= makeTable();
  let slot = hash(end - start, text.charCodeAt(start), text.charCodeAt(end - 1));
  for (let name = spellings[slot]; name !== undefined; name = spellings[slot]) {
    // Most write names as RFCs do, and two strings are compared quicker than their characters one by one.
    if (text.slice(start, end) === written[slot] || isName(text, start, end, name)) return ids[slot] ?? Field.Other;
    slot = (slot + 1) & (SLOTS - 1);
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
