/** Which codecs a call may use, by their names (such as `opus`, `PCMU`, `VP8`), the best first. */
export interface CodecPreferences {
  readonly audio?: readonly string[];
  readonly video?: readonly string[];
}

/** What goes along with any codec: tones, comfort noise, repair. They are no choice of their own. */
const COMPANIONS: ReadonlySet<string> = new Set(['telephone-event', 'cn', 'rtx', 'red', 'ulpfec', 'flexfec-03']);

/** Whether a codec only goes along with others. */
export function isCompanion(name: string): boolean {
  return COMPANIONS.has(name.toLowerCase());
}

/**
 * Those codecs of a browser that are wanted, in the order wanted, for `setCodecPreferences`. What goes along with codecs
 * stays: DTMF, comfort noise, repair.
 *
 * @param known - what the browser can do
 * @param wanted - names in any case; those the browser does not know are passed over
 * @returns an empty list when none of them is known, which asks for the browser's own order
 */
export function preferredCodecs(known: readonly RTCRtpCodec[], wanted: readonly string[]): readonly RTCRtpCodec[] {
  const chosen = wanted.flatMap((name) => known.filter((codec) => nameOf(codec) === name.toLowerCase()));
  if (chosen.length === 0) return [];
  const rates = new Set(chosen.map((codec) => codec.clockRate));
  const companions = known.filter((codec) => {
    if (chosen.includes(codec) || !isCompanion(nameOf(codec))) return false;
    // Comfort noise has the rate of its codec; browsers pair tones and repair by themselves.
    return nameOf(codec) === 'cn' ? rates.has(codec.clockRate) : true;
  });
  return [...chosen, ...companions];
}

function nameOf(codec: RTCRtpCodec): string {
  return codec.mimeType.slice(codec.mimeType.indexOf('/') + 1).toLowerCase();
}
