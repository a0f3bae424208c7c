import { type CaptureDevice, SipError } from '../base/errors.ts';

/** What can go wrong with media, as literals to switch on. */
export type MediaErrorCode =
  /** The person or the system does not allow the microphone or camera. */
  | 'MEDIA_DENIED'
  /** There is no such device. */
  | 'MEDIA_NOT_FOUND'
  /** The device is there but cannot be opened, mostly because another program holds it. */
  | 'MEDIA_IN_USE'
  /** No device does what the constraints ask for, or the constraints make no sense. */
  | 'MEDIA_CONSTRAINTS'
  /** Neither sound nor picture was asked for. */
  | 'MEDIA_NOTHING_ASKED'
  /** There is no WebRTC here, or not the part of it that this needs. */
  | 'MEDIA_UNSUPPORTED'
  /** The page may use no device at all, since it came neither over https nor from localhost. */
  | 'MEDIA_INSECURE'
  /** The device could not be opened, and the browser does not say why. */
  | 'MEDIA_UNKNOWN'
  /** A description was refused, or came at the wrong moment. */
  | 'MEDIA_NEGOTIATION'
  /** The handler was closed before the act was done. */
  | 'MEDIA_CLOSED';

/**
 * A failure of the media.
 *
 * @example
 * ```ts
 * if (error instanceof MediaError && error.code === 'MEDIA_DENIED') showPermissionHelp();
 * ```
 */
export class MediaError extends SipError {
  override readonly code: MediaErrorCode;

  /**
   * @param cause - what lay beneath, mostly a DOMException
   * @param about - the device that could not be used
   */
  constructor(code: MediaErrorCode, message: string, cause?: unknown, about?: CaptureDevice) {
    // A busy device may be free the next time; the other causes stay until somebody does something about them.
    super(message, { cause, retryable: code === 'MEDIA_IN_USE', about });
    this.code = code;
  }
}

/** The error of everything that a closed handler was still doing. */
export function mediaClosed(): MediaError {
  return new MediaError('MEDIA_CLOSED', 'The media of this call are closed.');
}

/** The browser took another transceiver for a line of our offer than the one made for it, so nothing would be sent. */
export function lineTaken(): MediaError {
  return new MediaError(
    'MEDIA_NEGOTIATION',
    'This browser can add no other medium to this call: one was refused before.',
  );
}

/** The error of an offer that leaves nothing to answer with. */
export function nothingInCommon(): MediaError {
  return new MediaError(
    'MEDIA_NEGOTIATION',
    'Nothing that was offered can be used here: no medium or codec in common.',
  );
}

/**
 * Puts what `getUserMedia` rejected with into words.
 *
 * @param error - what it rejected with; a {@link MediaError} is handed back as it is
 * @param constraints - what was asked for, so that the message names the right device
 */
export function captureError(error: unknown, constraints: MediaStreamConstraints): MediaError {
  if (error instanceof MediaError) return error;
  const device = deviceNames(constraints);
  const failed = (code: MediaErrorCode, message: string): MediaError =>
    new MediaError(code, message, error, deviceOf(constraints));
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return failed(
        'MEDIA_DENIED',
        `The ${device} may not be used. Allow it in the settings of the browser and of the system, then try again.`,
      );
    case 'SecurityError':
      return failed('MEDIA_DENIED', `The ${device} may not be used on this page.`);
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return failed('MEDIA_NOT_FOUND', `No ${device} was found. Connect one, then try again.`);
    case 'OverconstrainedError':
    case 'ConstraintNotSatisfiedError': {
      const which = constraintOf(error);
      const detail = which === '' ? '' : ` (${which})`;
      return failed('MEDIA_CONSTRAINTS', `No ${device} does what was asked for${detail}.`);
    }
    case 'TypeError':
      // What `getUserMedia` says to `{ audio: false, video: false }`, and to values that make no sense.
      return wants(constraints.audio) || wants(constraints.video)
        ? failed('MEDIA_CONSTRAINTS', 'The media constraints make no sense.')
        : failed('MEDIA_NOTHING_ASKED', 'Nothing can be captured: audio or video must be wanted.');
    case 'NotSupportedError':
      return failed('MEDIA_UNSUPPORTED', `This browser cannot use a ${device}.`);
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return failed(
        'MEDIA_IN_USE',
        `The ${device} could not be opened. Another program may be using it; close that, then try again.`,
      );
    default:
      return failed('MEDIA_UNKNOWN', `The ${device} could not be opened.`);
  }
}

/**
 * Puts what a peer connection rejected with into a {@link MediaError}.
 *
 * @param act - what was tried, as in "take the answer"
 */
export function negotiationError(act: string, error: unknown): MediaError {
  if (error instanceof MediaError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new MediaError('MEDIA_NEGOTIATION', `Cannot ${act}: ${reason}`, error);
}

function nameOf(error: unknown): string {
  // DOMException is no Error in some engines, so the name is read from any object.
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

function constraintOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
}

function deviceNames(constraints: MediaStreamConstraints): string {
  const audio = wants(constraints.audio);
  const video = wants(constraints.video);
  if (audio && video) return 'microphone or camera';
  return video ? 'camera' : 'microphone';
}

/** The one device that was asked for; `undefined` when it was both or neither. */
function deviceOf(constraints: MediaStreamConstraints): CaptureDevice | undefined {
  const audio = wants(constraints.audio);
  if (audio === wants(constraints.video)) return undefined;
  return audio ? 'microphone' : 'camera';
}

function wants(constraint: boolean | MediaTrackConstraints | undefined): boolean {
  return constraint !== undefined && constraint !== false;
}
