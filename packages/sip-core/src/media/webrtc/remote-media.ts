/** The far end's tracks, in one stream that stays the same for the whole call. */
export class RemoteMedia {
  /** For an `<audio>` or `<video>` element. */
  readonly stream: MediaStream;
  readonly #changed: () => void;
  #silent = false;

  /**
   * @param changed - told when tracks came or went
   */
  constructor(stream: MediaStream, changed: () => void) {
    this.stream = stream;
    this.#changed = changed;
  }

  /**
   * Brings the stream in line with what is agreed.
   *
   * Sound stays in it through a hold, so that the element which plays it need not start anew; a picture leaves when it
   * no longer comes, so that its last frame does not stand there.
   */
  update(transceivers: readonly RTCRtpTransceiver[]): void {
    const wanted = transceivers.filter((transceiver) => belongs(transceiver)).map((entry) => entry.receiver.track);
    const present = this.stream.getTracks();
    for (const track of present) if (!wanted.includes(track)) this.stream.removeTrack(track);
    for (const track of wanted) {
      track.enabled = !this.#silent;
      if (!present.includes(track)) this.stream.addTrack(track);
    }
    if (wanted.length !== present.length || wanted.some((track) => !present.includes(track))) this.#changed();
  }

  /** Stops or resumes playing, for a hold: the far end may go on sending. */
  setSilent(silent: boolean): void {
    this.#silent = silent;
    for (const track of this.stream.getTracks()) track.enabled = !silent;
  }

  /** Empties the stream. */
  close(): void {
    for (const track of this.stream.getTracks()) this.stream.removeTrack(track);
  }
}

function belongs({ mid, direction, currentDirection, receiver }: RTCRtpTransceiver): boolean {
  if (mid === null || direction === 'stopped' || currentDirection === 'stopped') return false;
  if (receiver.track.kind === 'audio') return true;
  return currentDirection === 'sendrecv' || currentDirection === 'recvonly';
}
