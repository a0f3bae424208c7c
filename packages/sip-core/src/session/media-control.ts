import { InvalidStateError, SipError } from '../base/errors.ts';
import { handled } from '../base/promises.ts';
import type { SessionDescriptionHandler } from '../media/session-description-handler.ts';
import { reinvite } from './reinvite.ts';
import type { SessionContext } from './session-context.ts';

/** The media of a call cannot do what was asked: the handler has no such part, or the far end takes no picture. */
export class MediaControlError extends SipError {
  override readonly code: 'MEDIA_UNSUPPORTED' | 'MEDIA_REFUSED';

  constructor(code: MediaControlError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Captures from another device, without a word to the far end. */
export async function useDevice(
  context: SessionContext,
  kind: 'audio' | 'video',
  deviceId: string | null,
): Promise<void> {
  const { handler } = context;
  if (handler.useDevice === undefined) throw unsupported('change devices');
  await handler.useDevice(kind, deviceId);
}

/** Adds the camera to a call or drops it: a re-INVITE with a video line that lives or not (RFC 3264 section 8). */
export async function setVideo(context: SessionContext, video: boolean | MediaTrackConstraints): Promise<void> {
  const handler = assertEstablished(context, 'change the picture');
  if (video === false && handler.media.sharing === true) await handler.stopSharing?.();
  await negotiateVideo(context, handler, video);
}

/** Shares a screen: in place of the camera where one is on, with a re-INVITE otherwise. */
export async function shareScreen(context: SessionContext, options: DisplayMediaStreamOptions): Promise<void> {
  const handler = assertEstablished(context, 'share a screen');
  if (handler.startSharing === undefined) throw unsupported('share a screen');
  const ended = (): void => {
    void handled(stopSharing(context));
  };
  if (!(await handler.startSharing(options, ended))) return;
  try {
    await negotiateVideo(context, handler, true);
  } catch (error) {
    await handler.stopSharing?.();
    throw error;
  }
}

/** Ends the sharing at once; tells the far end where no camera takes its place. */
export async function stopSharing(context: SessionContext): Promise<void> {
  const handler = context.existingHandler;
  if ((await handler?.stopSharing?.()) !== true || handler === undefined || context.isEnding()) return;
  await negotiateVideo(context, handler, false);
}

async function negotiateVideo(
  context: SessionContext,
  handler: SessionDescriptionHandler,
  video: boolean | MediaTrackConstraints,
): Promise<void> {
  const offer = (wanted: boolean | MediaTrackConstraints): Promise<void> => {
    const constraints = { ...handler.constraints, video: wanted };
    return reinvite(context, { sessionDescriptionHandlerOptions: { constraints } });
  };
  await offer(video);
  if (video === false || handler.media.video !== null || context.isEnding()) return;
  // Nobody sees it: the camera is not to stay on for that.
  await offer(false);
  throw new MediaControlError('MEDIA_REFUSED', 'The far end takes no picture.');
}

function assertEstablished(context: SessionContext, act: string): SessionDescriptionHandler {
  if (context.state !== 'Established') throw new InvalidStateError(act, context.state);
  return context.handler;
}

function unsupported(act: string): MediaControlError {
  return new MediaControlError('MEDIA_UNSUPPORTED', `The media of this call cannot ${act}.`);
}
