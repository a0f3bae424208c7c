import type { MediaDirection } from '../media/session-description-handler.ts';

/** What a {@link fakeOffer} offers. */
export interface FakeSdpOptions {
  /** Default true. */
  readonly audio?: boolean;
  /** Default false. */
  readonly video?: boolean;
  /** What the side that speaks does; default `sendrecv`. */
  readonly direction?: MediaDirection;
  /** Version in the o= line: rises with each description of one side; default 1. */
  readonly version?: number;
}

const codecs = {
  audio: 'UDP/TLS/RTP/SAVPF 111 0 8 126|111 opus/48000/2|0 PCMU/8000|8 PCMA/8000|126 telephone-event/8000',
  video: 'UDP/TLS/RTP/SAVPF 96|96 VP8/90000',
} as const;

const fingerprint = Array.from({ length: 32 }, (_, at) => (at * 7 + 11).toString(16).padStart(2, '0')).join(':');

/**
 * An offer of the form WebRTC makes (RFC 8829), of a far end that exists on paper only: it is agreed upon, and nothing
 * ever flows.
 */
export function fakeOffer(options: FakeSdpOptions = {}): string {
  const kinds = (['audio', 'video'] as const).filter((kind) => options[kind] ?? kind === 'audio');
  const sections = kinds.map((kind, at) => {
    const [line = '', ...maps] = codecs[kind].split('|');
    return [
      `m=${kind} 9 ${line}`,
      ...transport(String(at), 'actpass'),
      ...maps.map((map) => `a=rtpmap:${map}`),
      `a=${options.direction ?? 'sendrecv'}`,
    ];
  });
  return join([
    ...session(
      options,
      kinds.map((_, at) => String(at)),
    ),
    ...sections.flat(),
  ]);
}

/**
 * The answer to an offer: same media lines, the first payload types, the direction that fits (RFC 3264 section 6.1).
 *
 * @param options - `direction`: what the answering side would do if it could; `audio` or `video` false refuse that line
 */
export function fakeAnswer(offer: string, options: FakeSdpOptions = {}): string {
  const [head = '', ...media] = offer.split(/\r?\n(?=m=)/);
  const mids: string[] = [];
  const sections = media.map((section, at) => {
    const lines = section.split(/\r?\n/).filter((line) => line !== '');
    const kind = /^m=(\w+)/.exec(section)?.[1] ?? 'audio';
    const mid = /^a=mid:(.*)$/m.exec(section)?.[1]?.trim() ?? String(at);
    const accepted = kind === 'audio' ? options.audio !== false : options.video === true;
    if (!accepted) return [(lines[0] ?? '').replace(/^m=(\w+) \d+/, 'm=$1 0'), `a=mid:${mid}`, 'a=inactive'];
    mids.push(mid);
    const offered = directionOf(section) ?? directionOf(head) ?? 'sendrecv';
    return [
      (lines[0] ?? '').replace(/^m=(\w+) \d+/, 'm=$1 9'),
      ...transport(mid, 'active'),
      ...lines.filter((line) => /^a=(rtpmap|fmtp):/.test(line)),
      `a=${answering(offered, options.direction ?? 'sendrecv')}`,
    ];
  });
  return join([...session(options, mids), ...sections.flat()]);
}

/** The direction that a description or one media section declares. */
export function directionOf(sdp: string): MediaDirection | undefined {
  return /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(sdp)?.[1] as MediaDirection | undefined;
}

function answering(offered: MediaDirection, wanted: MediaDirection): MediaDirection {
  const send = (offered === 'sendrecv' || offered === 'recvonly') && (wanted === 'sendrecv' || wanted === 'sendonly');
  const receive =
    (offered === 'sendrecv' || offered === 'sendonly') && (wanted === 'sendrecv' || wanted === 'recvonly');
  if (send) return receive ? 'sendrecv' : 'sendonly';
  return receive ? 'recvonly' : 'inactive';
}

function session(options: FakeSdpOptions, mids: readonly string[]): string[] {
  const group = mids.length === 0 ? [] : [`a=group:BUNDLE ${mids.join(' ')}`];
  return ['v=0', `o=- 4611731400430051336 ${options.version ?? 1} IN IP4 127.0.0.1`, 's=-', 't=0 0', ...group];
}

function transport(mid: string, setup: string): string[] {
  return [
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    'a=ice-ufrag:fake',
    'a=ice-pwd:fakefakefakefakefakefake',
    `a=fingerprint:sha-256 ${fingerprint.toUpperCase()}`,
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    'a=rtcp-mux',
  ];
}

function join(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}
