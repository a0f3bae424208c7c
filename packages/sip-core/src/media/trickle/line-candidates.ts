/** The ICE candidates of one m-line, with the credentials that name their generation (RFC 8840 section 4.4). */
export interface LineCandidates {
  readonly mid: string;
  readonly ufrag: string;
  readonly pwd: string;
  /** As they stand in a description: `candidate:1 1 udp 2130706431 192.0.2.1 5000 typ host`; oldest first. */
  readonly candidates: readonly string[];
  /** Whether there are no more to come. */
  readonly ended: boolean;
}

/** What is looked at, of however much somebody sends. */
const MOST_CHARACTERS = 262_144;
const MOST_LINES = 32;
/** RFC 8445 section 6.1.2.5 has 100 pairs by default; more candidates than that serve nobody. */
const MOST_CANDIDATES = 100;
const LONGEST_CANDIDATE = 512;

const CANDIDATE = /^candidate:[A-Za-z0-9+/]{1,32} \d{1,5} [A-Za-z0-9-]{1,16} \d{1,10} \S{1,255} \d{1,5} typ \S+/i;

/**
 * Reads the candidates of a session description, or of an `application/trickle-ice-sdpfrag` (RFC 8840 section 9.2): an
 * m-line without `mid` or credentials, and whatever is no candidate, is passed over.
 */
export function readCandidates(text: string): readonly LineCandidates[] {
  if (text.length > MOST_CHARACTERS) return [];
  const [session = [], ...media] = sections(text);
  const ended = session.some(isEnd);
  const ufrag = attribute(session, 'ice-ufrag');
  const pwd = attribute(session, 'ice-pwd');
  return media.slice(0, MOST_LINES).flatMap((lines) => {
    const mid = attribute(lines, 'mid');
    const own = { ufrag: attribute(lines, 'ice-ufrag') ?? ufrag, pwd: attribute(lines, 'ice-pwd') ?? pwd };
    if (mid === undefined || own.ufrag === undefined || own.pwd === undefined) return [];
    const candidates = lines.filter(isCandidate).slice(0, MOST_CANDIDATES);
    return [{ mid, ufrag: own.ufrag, pwd: own.pwd, candidates, ended: ended || lines.some(isEnd) }];
  });
}

/**
 * Writes an `application/trickle-ice-sdpfrag`. Credentials stand where browsers write them in descriptions, at media
 * level (RFC 8829 section 5.2.1), and the pseudo m-line is the one for content that need not be known (RFC 8840 section
 * 4.4).
 */
export function writeFragment(lines: readonly LineCandidates[]): string {
  const written = lines.flatMap((line) => [
    'm=audio 9 RTP/AVP 0',
    `a=mid:${line.mid}`,
    `a=ice-ufrag:${line.ufrag}`,
    `a=ice-pwd:${line.pwd}`,
    ...line.candidates.map((candidate) => `a=${candidate}`),
    ...(line.ended ? ['a=end-of-candidates'] : []),
  ]);
  return `${written.join('\r\n')}\r\n`;
}

/** What tells an m-line in one ICE generation from the same in another. */
export function generationOf({ mid, ufrag, pwd }: LineCandidates): string {
  return `${mid}\n${ufrag}\n${pwd}`;
}

/** Candidates with the same of this are equal (RFC 8840 section 4.4): component, transport, address and port. */
export function identityOf(candidate: string): string {
  const [, component, transport, , address, port] = candidate.toLowerCase().split(' ');
  return [component, transport, address, port].join(' ');
}

/** Whether a description says that its maker takes candidates later (RFC 8840 section 4.1). */
export function takesTrickle(sdp: string): boolean {
  return /^a=ice-options:(?:[^\r\n]* )?trickle(?:[ \r\n]|$)/im.test(sdp);
}

/** The attributes before the first m-line, then those of each, all without `a=`. */
function sections(text: string): readonly (readonly string[])[] {
  const found: string[][] = [[]];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.startsWith('m=')) found.push([]);
    else if (line.startsWith('a=')) found.at(-1)?.push(line.slice(2).trimEnd());
  }
  return found;
}

function attribute(lines: readonly string[], name: string): string | undefined {
  const start = `${name}:`;
  const line = lines.find((each) => each.toLowerCase().startsWith(start));
  const value = line?.slice(start.length).trim() ?? '';
  // RFC 8839 section 5.4: 256 characters at the most.
  return value === '' || value.length > 256 ? undefined : value;
}

function isCandidate(line: string): boolean {
  return line.length <= LONGEST_CANDIDATE && CANDIDATE.test(line);
}

function isEnd(line: string): boolean {
  return line.toLowerCase() === 'end-of-candidates';
}
