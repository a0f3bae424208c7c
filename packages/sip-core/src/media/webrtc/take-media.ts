import type { Interruption } from '../interruption.ts';
import type { SessionDescriptionHandlerOptions } from '../session-description-handler.ts';
import { type CaptureWishes, constraintsOf } from './capture-wishes.ts';
import type { LocalMedia } from './local-media.ts';
import type { MediaKind } from './media-kind.ts';
import type { MediaWishes } from './transceivers.ts';

/** What {@link takeMedia} needs of its call. */
export interface TakeMediaHost {
  readonly wishes: CaptureWishes;
  readonly local: LocalMedia;
  /** Whether to receive a picture and send none, of one that is offered or was agreed before. */
  readonly looks: () => boolean;
}

/**
 * Gets the tracks that a description needs; constraints are remembered once they are met.
 *
 * @param usable - whether a kind can be in the description at all
 * @throws MediaError when something cannot be captured; nothing has changed then
 */
export async function takeMedia(
  { wishes, local, looks }: TakeMediaHost,
  options: SessionDescriptionHandlerOptions,
  round: Interruption,
  usable: (kind: MediaKind) => boolean,
): Promise<MediaWishes> {
  const given = options.localMediaStream;
  const undo = wishes.save();
  const constraints = options.constraints ?? (given === undefined ? undefined : constraintsOf(given));
  if (constraints !== undefined) wishes.set(constraints);
  let request = wishes.request(usable);
  try {
    await local.take(request, wishes.request(usable, false), given, round).catch(async (error: unknown) => {
      const dispensable = options.cameraOptional === true && request.audio !== false && request.video !== false;
      if (!dispensable || round.interrupted) throw error;
      wishes.set({ ...wishes.base, video: false });
      request = wishes.request(usable);
      await local.take(request, wishes.request(usable, false), given, round);
    });
  } catch (error) {
    undo();
    throw error;
  }
  return {
    // Sound that is not sent is still heard; a picture not wanted is none, unless we are to look at any.
    audio: { wanted: usable('audio'), track: local.track('audio') },
    video: { wanted: request.video !== false || (usable('video') && looks()), track: local.track('video') },
  };
}
