/** The far end's tracks, in one stream that stays the same for the whole call. */
export class RemoteMedia {
  /** For an `<audio>` or `<video>` element. */
  readonly stream: MediaStream;
  #silent = false;

  constructor(stream: MediaStream) {
    this.stream = stream;
  }

  /**
   * Brings the stream in line with what is agreed.
   *
   * Sound stays in it through a hold, so that the element which plays it need not start anew; a picture leaves when it
   * no longer comes, so that its last frame does not stand there.
   */
  update(transceivers: readonly RTCRtpTransceiver[]): void {
    const wanted = transceivers.filter((transceiver) => belongs(transceiver)).map((entry) => entry.receiver.track);
    for (const track of this.stream.getTracks()) {
      if (!wanted.includes(track)) this.stream.removeTrack(track);
    }
    for (const track of wanted) {
      track.enabled = !this.#silent;
      if (!this.stream.getTracks().includes(track)) this.stream.addTrack(track);
    }
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
