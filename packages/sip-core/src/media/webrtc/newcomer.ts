/**
 * Lets whoever is new at the other end speak first. An offer with other keys than before comes from another page, or
 * another device; as the DTLS server (RFC 5763 section 5) we hear of its path by data on it, and turn to it at once. As
 * the client we would speak into the old path until that is known to be dead: Chromium (156) takes 3 to 7 s for it.
 *
 * @param offer - what we answer
 * @param before - the description of the far end that was agreed before, if there was one
 */
export function answerToNewcomer(
  answer: RTCSessionDescriptionInit,
  offer: string,
  before: RTCSessionDescriptionInit | null,
): RTCSessionDescriptionInit {
  const known = fingerprints(before?.sdp ?? '');
  const offered = fingerprints(offer);
  if (known.size === 0 || offered.size === 0 || [...offered].some((each) => known.has(each))) return answer;
  if (!/^a=setup:actpass\r?$/m.test(offer)) return answer;
  return { ...answer, sdp: (answer.sdp ?? '').replace(/^a=setup:active(?=\r?$)/gm, 'a=setup:passive') };
}

function fingerprints(sdp: string): ReadonlySet<string> {
  return new Set([...sdp.matchAll(/^a=fingerprint:(\S+ \S+)/gim)].map(([, value = '']) => value.toLowerCase()));
}
