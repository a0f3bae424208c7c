import { MediaError } from './media-error.ts';
import type { MediaDirection } from './session-description-handler.ts';

/** What one m-line of a description says, as far as a call needs to know. */
export interface MediaLine {
  /** `audio`, `video`, `application` ... */
  readonly kind: string;
  /** Codec names in order of preference, such as `opus`. */
  readonly codecs: readonly string[];
  readonly direction: MediaDirection;
  /** Port 0: offered and refused, or ended (RFC 3264 section 6). */
  readonly refused: boolean;
  /** DTLS role: `actpass` in offers, one of the others in answers (RFC 5763 section 5). */
  readonly setup: string | undefined;
}

/**
 * Reads the m-lines of a description, in order.
 *
 * @throws {@link MediaError} `MEDIA_NEGOTIATION` when it is no session description
 */
export function mediaLines(sdp: string): readonly MediaLine[] {
  if (!sdp.startsWith('v=0')) throw new MediaError('MEDIA_NEGOTIATION', 'This is no session description.');
  const session: Section = {};
  const sections: MediaSection[] = [];
  let current = session;
  for (const line of sdp.split(/\r\n|\r|\n/)) {
    if (line.startsWith('m=')) {
      const section = readMedia(line);
      sections.push(section);
      current = section;
    } else if (line.startsWith('a=')) {
      readAttribute(line.slice(2), current);
    }
  }
  return sections.map((section) => ({
    kind: section.kind,
    codecs: section.payloads.flatMap((payload) => section.names.get(payload) ?? STATIC_CODECS.get(payload) ?? []),
    // Without an attribute the session's applies, and then sendrecv (RFC 8866 section 6.7).
    direction: section.direction ?? session.direction ?? 'sendrecv',
    // A bundled line may say port 0 and live all the same (RFC 8843 section 6).
    refused: section.port === 0 && section.bundleOnly !== true,
    setup: section.setup ?? session.setup,
  }));
}

/** The first line of a kind that is not refused. */
export function activeLine(lines: readonly MediaLine[], kind: string): MediaLine | undefined {
  return lines.find((line) => line.kind === kind && !line.refused);
}

/** Static payload types that need no rtpmap (RFC 3551 section 6), those a telephone may still use. */
const STATIC_CODECS: ReadonlyMap<number, string> = new Map([
  [0, 'PCMU'],
  [3, 'GSM'],
  [8, 'PCMA'],
  [9, 'G722'],
  [18, 'G729'],
]);

/** What attributes say of the whole session, or of one medium. */
interface Section {
  direction?: MediaDirection;
  setup?: string;
  bundleOnly?: boolean;
  readonly names?: Map<number, string>;
}

interface MediaSection extends Section {
  readonly kind: string;
  readonly port: number;
  readonly payloads: readonly number[];
  readonly names: Map<number, string>;
}

/** Reads `m=audio 9 UDP/TLS/RTP/SAVPF 111 0` (RFC 8866 section 5.14). One that is malformed has no kind, but its place. */
function readMedia(line: string): MediaSection {
  const [, kind = '', port, formats = ''] = /^m=(\w+) (\d+)(?:\/\d+)? [\w/]+(?: (.*))?$/.exec(line) ?? [];
  const payloads = formats.split(' ').filter((text) => /^\d+$/.test(text));
  return { kind, port: Number(port), payloads: payloads.map(Number), names: new Map() };
}

function readAttribute(attribute: string, section: Section): void {
  if (isDirection(attribute)) section.direction = attribute;
  else if (attribute.startsWith('setup:')) section.setup = attribute.slice(6).trim();
  else if (attribute.startsWith('bundle-only')) section.bundleOnly = true;
  else if (attribute.startsWith('rtpmap:')) {
    const [, payload, name] = /^rtpmap:(\d+) +([\w.-]+)/.exec(attribute) ?? [];
    if (name !== undefined) section.names?.set(Number(payload), name);
  }
}

function isDirection(text: string): text is MediaDirection {
  return text === 'sendrecv' || text === 'sendonly' || text === 'recvonly' || text === 'inactive';
}
