import type { MediaDirection } from '../media/session-description-handler.ts';

/** One m-line of a fake description. */
export interface FakeLine {
  readonly kind: string;
  readonly refused: boolean;
  readonly direction: MediaDirection;
}

/** What a fake description is written from. */
export interface FakeDescription {
  readonly type: 'offer' | 'answer';
  readonly sessionId: number;
  readonly version: number;
  /** Raised by an ICE restart. */
  readonly iceGeneration: number;
  readonly lines: readonly FakeLine[];
  readonly codecs: readonly string[];
  /** ICE candidates found so far; without any list, the description says nothing of trickle ICE. */
  readonly candidates?: readonly string[];
}

const PAYLOAD_TYPES: ReadonlyMap<string, number> = new Map([
  ['PCMU', 0],
  ['PCMA', 8],
  ['G722', 9],
]);

/** Rates where they are not 8000 for sound and 90000 for pictures. */
const RATES: ReadonlyMap<string, string> = new Map([['opus', '48000/2']]);

/** Nobody has a key to it: browsers take such a description, and no connection comes of it. */
const FINGERPRINT = Array.from({ length: 32 }, (_, at) => (at + 16).toString(16).toUpperCase()).join(':');

/** Writes a small description that is valid in every line (RFC 8866), and that browsers and servers for them take (RFC 8829). */
export function writeFakeDescription(sdp: FakeDescription): string {
  const bundled = sdp.lines.flatMap(({ refused }, index) => (refused ? [] : [index]));
  const head = ['v=0', `o=- ${sdp.sessionId} ${sdp.version} IN IP4 192.0.2.1`, 's=-', 'c=IN IP4 192.0.2.1', 't=0 0'];
  const group = bundled.length === 0 ? [] : [`a=group:BUNDLE ${bundled.join(' ')}`];
  const lines = sdp.lines.flatMap((line, index) => mediaLine(sdp, line, index));
  return `${[...head, ...group, ...lines].join('\r\n')}\r\n`;
}

function mediaLine(sdp: FakeDescription, line: FakeLine, index: number): readonly string[] {
  if (line.refused) return [`m=${line.kind} 0 UDP/TLS/RTP/SAVPF 0`, `a=mid:${index}`, 'a=inactive'];
  const codecs = line.kind === 'audio' ? sdp.codecs : ['VP8'];
  const payloads = codecs.map((codec, at) => PAYLOAD_TYPES.get(codec) ?? 96 + at);
  const usual = line.kind === 'audio' ? '8000' : '90000';
  const maps = codecs.map((codec, at) => `a=rtpmap:${payloads[at]!} ${codec}/${RATES.get(codec) ?? usual}`);
  const events = line.kind === 'audio' ? ['a=rtpmap:126 telephone-event/8000', 'a=fmtp:126 0-16'] : [];
  const port = 40_000 + 2 * index;
  const list = [...payloads, ...(line.kind === 'audio' ? [126] : [])].join(' ');
  return [
    `m=${line.kind} ${port} UDP/TLS/RTP/SAVPF ${list}`,
    ...maps,
    ...events,
    `a=mid:${index}`,
    ...iceLines(sdp),
    `a=fingerprint:sha-256 ${FINGERPRINT}`,
    `a=setup:${sdp.type === 'offer' ? 'actpass' : 'active'}`,
    'a=rtcp-mux',
    `a=${line.direction}`,
  ];
}

function iceLines({ sessionId, iceGeneration, candidates }: FakeDescription): readonly string[] {
  const ufrag = `a=ice-ufrag:${sessionId.toString(36).padStart(4, 'u')}${iceGeneration}`;
  const pwd = `a=ice-pwd:password/of/session/${sessionId}/${iceGeneration}`;
  if (candidates === undefined) return [ufrag, pwd];
  return [ufrag, pwd, 'a=ice-options:trickle', ...candidates.map((candidate) => `a=${candidate}`)];
}
