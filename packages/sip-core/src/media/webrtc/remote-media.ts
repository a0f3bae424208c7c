import { setTracks } from './set-tracks.ts';

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
   *
   * @param transceivers - those that are not stopped
   */
  update(transceivers: readonly RTCRtpTransceiver[]): void {
    const wanted = transceivers.filter(belongs).map((entry) => entry.receiver.track);
    for (const track of wanted) track.enabled = !this.#silent;
    if (setTracks(this.stream, wanted)) this.#changed();
  }

  /** Stops or resumes playing, for a hold: the far end may go on sending. */
  setSilent(silent: boolean): void {
    this.#silent = silent;
    for (const track of this.stream.getTracks()) track.enabled = !silent;
  }

  /** Empties the stream. */
  close(): void {
    setTracks(this.stream, []);
  }
}

function belongs({ mid, currentDirection, receiver }: RTCRtpTransceiver): boolean {
  if (mid === null) return false;
  if (receiver.track.kind === 'audio') return true;
  return currentDirection === 'sendrecv' || currentDirection === 'recvonly';
}
