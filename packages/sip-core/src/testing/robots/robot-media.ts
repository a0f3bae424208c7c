import { fakeAnswer, fakeOffer } from '../fake-sdp.ts';

/** What a robot lets the caller hear: their own voice, a tone, or nothing. */
export type RobotSound = 'echo' | 'tone' | 'silence';

/** The sound of one robot call. Descriptions come in turns, as on any side of an offer/answer exchange (RFC 3264). */
export interface RobotMedia {
  /** Takes an offer and answers it; again for each re-INVITE. Rejects when there is nothing in common. */
  answer(offer: string): Promise<string>;
  /** Makes an offer, for a call that came without one or that the robot places. */
  offer(): Promise<string>;
  /** Takes the answer to our offer. */
  accept(answer: string): Promise<void>;
  /** Told of each tone received as an RTP event (RFC 4733); duration in milliseconds. */
  onDigit?: (digit: string, duration: number) => void;
  /** Frees everything; safe to call twice. */
  close(): void;
}

/** Makes the media of a call. */
export type RobotMediaFactory = (sound: RobotSound) => RobotMedia;

/** Descriptions that fit, and no sound: for tests without media. */
export function fakeRobotMedia(): RobotMedia {
  let version = 0;
  const next = (): { version: number } => ({ version: (version += 1) });
  return {
    answer: async (offer) => fakeAnswer(offer, next()),
    offer: async () => fakeOffer(next()),
    accept: async () => {},
    close: () => {},
  };
}
