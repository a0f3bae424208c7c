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
  if (!differ(FINGERPRINTS, (before?.sdp ?? '').toLowerCase(), offer.toLowerCase())) return answer;
  if (!/^a=setup:actpass\r?$/m.test(offer)) return answer;
  return { ...answer, sdp: (answer.sdp ?? '').replace(/^a=setup:active(?=\r?$)/gm, 'a=setup:passive') };
}

/**
 * Whether two answers to one offer come from different far ends, as from two forks: their keys differ, or their ICE
 * credentials. Servers have the same keys in all their calls.
 */
export function isAnotherParty(first: string, second: string): boolean {
  return differ(FINGERPRINTS, first.toLowerCase(), second.toLowerCase()) || differ(UFRAGS, first, second);
}

const FINGERPRINTS = /^a=fingerprint:\S+ \S+/gm;
const UFRAGS = /^a=ice-ufrag:\S+/gm;

/** Whether both descriptions have such lines, and none in common. */
function differ(lines: RegExp, first: string, second: string): boolean {
  const [known, others] = [first.match(lines), second.match(lines)];
  return known !== null && others !== null && !others.some((each) => known.includes(each));
}
