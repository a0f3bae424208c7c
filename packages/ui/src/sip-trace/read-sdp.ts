/** One medium of a session description, or what stands before the first. */
export interface SdpPart {
  /** `audio`, `video`, `application`; `null` for the part before the first. */
  readonly kind: string | null;
  readonly port: number | null;
  /** `sendrecv` and such; `null` where nothing is said. */
  readonly direction: string | null;
  /** Names such as `opus`, in order of preference. */
  readonly codecs: readonly string[];
  readonly lines: readonly string[];
}

/** Takes a session description apart by its media (RFC 8866 section 5), for reading. */
export function readSdp(body: string): readonly SdpPart[] {
  const parts: string[][] = [[]];
  for (const line of body.split(/\r?\n/)) {
    if (line === '') continue;
    if (line.startsWith('m=')) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts.filter((lines) => lines.length > 0).map(readPart);
}

function readPart(lines: readonly string[]): SdpPart {
  const [, kind = null, port] = /^m=(\S+) (\d+)/.exec(lines[0] ?? '') ?? [];
  const formats = kind === null ? [] : (lines[0] ?? '').split(' ').slice(3);
  const names = new Map(
    lines.flatMap((line) => {
      const [, format, name] = /^a=rtpmap:(\d+) ([^/]+)/.exec(line) ?? [];
      return format === undefined || name === undefined ? [] : [[format, name] as const];
    }),
  );
  return {
    kind,
    port: port === undefined ? null : Number(port),
    direction:
      lines
        .map((line) => /^a=(sendrecv|sendonly|recvonly|inactive)$/.exec(line)?.[1])
        .find((found) => found !== undefined) ?? null,
    codecs: [...new Set(formats.map((format) => names.get(format) ?? format))],
    lines,
  };
}
