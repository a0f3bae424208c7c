import type { SessionDescriptionHandler, SessionSnapshot } from '@hookswitch/sip-core';

/** A session without a far end: tells what was asked of it. */
export class FakeSession {
  readonly direction: 'incoming' | 'outgoing' = 'outgoing';
  readonly state = 'Establishing';
  readonly id: string;
  readonly #note: (act: string) => void;
  sessionDescriptionHandler: SessionDescriptionHandler | undefined;
  /** What the next act rejects with. */
  failure: Error | undefined;

  constructor(id: string, note: (act: string) => void) {
    this.id = id;
    this.#note = note;
  }

  getSnapshot(): Pick<SessionSnapshot, 'state'> {
    return { state: this.state };
  }

  terminate(): Promise<void> {
    return this.act('terminate');
  }

  hold(): Promise<void> {
    return this.act('hold');
  }

  unhold(): Promise<void> {
    return this.act('unhold');
  }

  mute(): void {
    this.#note('mute');
  }

  unmute(): void {
    this.#note('unmute');
  }

  dtmf(tones: string | number): Promise<void> {
    return this.act(`dtmf ${tones}`);
  }

  refer(target: string | FakeSession): Promise<void> {
    return this.act(`refer to ${typeof target === 'string' ? target : target.id}`);
  }

  setVideo(video: boolean | MediaTrackConstraints): Promise<void> {
    return this.act(`video ${JSON.stringify(video)}`);
  }

  setCamera(deviceId: string | null): Promise<void> {
    return this.act(`camera ${deviceId}`);
  }

  shareScreen(): Promise<void> {
    return this.act('share');
  }

  stopSharing(): Promise<void> {
    return this.act('stop sharing');
  }

  /** Notes the act, and fails if it was told to. */
  async act(name: string): Promise<void> {
    this.#note(name);
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
  }
}

/** One that came in. */
export class FakeInvitation extends FakeSession {
  override readonly direction = 'incoming';

  accept(): Promise<void> {
    return this.act('accept');
  }

  reject(): Promise<void> {
    return this.act('reject');
  }
}
