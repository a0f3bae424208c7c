/**
 * Gives a stream these tracks and no others. The new come before the old go: an element ends with the last track of its
 * stream.
 *
 * @returns whether that changed anything
 */
export function setTracks(stream: MediaStream, tracks: readonly MediaStreamTrack[]): boolean {
  const present = stream.getTracks();
  const added = tracks.filter((track) => !present.includes(track));
  const gone = present.filter((track) => !tracks.includes(track));
  for (const track of added) stream.addTrack(track);
  for (const track of gone) stream.removeTrack(track);
  return added.length + gone.length > 0;
}
