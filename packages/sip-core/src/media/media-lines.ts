import { parse } from 'sdp-transform';
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
  const session = read(sdp);
  return session.media.map((line) => ({
    kind: line.type,
    codecs: codecNames(line),
    // Without an attribute the session's applies, and then sendrecv (RFC 8866 section 6.7).
    direction: line.direction ?? session.direction ?? 'sendrecv',
    // A bundled line may say port 0 and live all the same (RFC 8843 section 6).
    refused: line.port === 0 && line.bundleOnly === undefined,
    setup: line.setup ?? session.setup,
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

function codecNames(line: ReturnType<typeof parse>['media'][number]): readonly string[] {
  const names = new Map(line.rtp.map((codec) => [codec.payload, codec.codec]));
  // A list of one comes as a number, whatever its type says.
  const listed = [line.payloads ?? '']
    .join()
    .split(' ')
    .map((text) => Number(text));
  return listed.flatMap((payload) => names.get(payload) ?? STATIC_CODECS.get(payload) ?? []);
}

function read(sdp: string): ReturnType<typeof parse> {
  if (!sdp.startsWith('v=0')) throw new MediaError('MEDIA_NEGOTIATION', 'This is no session description.');
  try {
    return parse(sdp);
  } catch (error) {
    throw new MediaError('MEDIA_NEGOTIATION', 'The session description cannot be read.', error);
  }
}
