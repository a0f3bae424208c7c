/**
 * The root of every error this library throws or rejects with.
 *
 * `code` is a literal, made to be switched on; `message` is a sentence for a person; `cause` is what lay beneath.
 *
 * @example
 * ```ts
 * try {
 *   await session.hold();
 * } catch (error) {
 *   if (error instanceof SipError && error.code === 'RESPONSE') showRefusal(error.statusCode);
 * }
 * ```
 */
export abstract class SipError extends Error {
  /** What went wrong, as a literal that never changes between versions. */
  abstract readonly code: string;
  /** SIP status code that caused the error, where there was one. */
  readonly statusCode: number | undefined;
  /** Whether the same act may succeed when tried again later. */
  readonly retryable: boolean;
  /** The device it is about, where it is about one. */
  readonly about: CaptureDevice | undefined;

  constructor(message: string, options: SipErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.statusCode = options.statusCode;
    this.retryable = options.retryable ?? false;
    this.about = options.about;
  }
}

/** What sound and pictures are captured from. */
export type CaptureDevice = 'microphone' | 'camera' | 'screen';

/** What may accompany a {@link SipError}. */
export interface SipErrorOptions {
  readonly cause?: unknown;
  readonly statusCode?: number | undefined;
  readonly retryable?: boolean;
  readonly about?: CaptureDevice | undefined;
}

/** A value that cannot be written into a SIP message, such as a header with a line break in it (RFC 3261 section 25). */
export class InvalidValueError extends SipError {
  override readonly code = 'INVALID_VALUE';
  /** The field, part or option that was refused. */
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.field = field;
  }
}

/** An act that the present state does not allow, such as answering an outgoing call. */
export class InvalidStateError extends SipError {
  override readonly code = 'INVALID_STATE';
  /** The state the object was in. */
  readonly state: string;

  constructor(act: string, state: string) {
    super(`Cannot ${act} while ${state}.`);
    this.state = state;
  }
}

/** A configuration parameter with a value that cannot be used; names both. */
export class ConfigurationError extends SipError {
  override readonly code = 'CONFIGURATION';
  /** The parameter as the caller spelled it. */
  readonly parameter: string;
  /** The refused value; secrets are replaced by `'***'`. */
  readonly value: unknown;

  constructor(parameter: string, value: unknown, help: string) {
    super(`Configuration parameter "${parameter}" has an invalid value (${printable(value)}): ${help}`);
    this.parameter = parameter;
    this.value = value;
  }
}

function printable(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}...` : value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return String(value);
}

/** The serialisable face of an error, as snapshots carry it. */
export interface ErrorInfo {
  readonly code: string;
  readonly message: string;
  readonly statusCode: number | null;
  readonly retryable: boolean;
  /** The device it is about; left out where it is about none, or about more than one. */
  readonly about?: CaptureDevice;
}

/**
 * Turns anything thrown into the serialisable form that snapshots carry.
 *
 * @param error - any value; what is not a {@link SipError} gets the code `UNKNOWN`
 */
export function errorInfo(error: unknown): ErrorInfo {
  if (error instanceof SipError) {
    return Object.freeze({
      code: error.code,
      message: error.message,
      statusCode: error.statusCode ?? null,
      retryable: error.retryable,
      ...(error.about === undefined ? {} : { about: error.about }),
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return Object.freeze({ code: 'UNKNOWN', message, statusCode: null, retryable: false });
}
