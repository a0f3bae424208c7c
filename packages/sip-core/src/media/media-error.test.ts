import { describe, expect, it } from 'vitest';
import { errorInfo } from '../base/errors.ts';
import { captureError, MediaError, mediaClosed, negotiationError } from './media-error.ts';

describe('captureError', () => {
  it.each([
    ['NotAllowedError', 'MEDIA_DENIED', false],
    ['SecurityError', 'MEDIA_DENIED', false],
    ['NotFoundError', 'MEDIA_NOT_FOUND', false],
    ['NotReadableError', 'MEDIA_IN_USE', true],
    ['AbortError', 'MEDIA_IN_USE', true],
    ['OverconstrainedError', 'MEDIA_CONSTRAINTS', false],
    ['TypeError', 'MEDIA_CONSTRAINTS', false],
    ['WhateverError', 'MEDIA_UNKNOWN', false],
    ['NotSupportedError', 'MEDIA_UNSUPPORTED', false],
  ])('[MED-06] calls %s %s', (name, code, retryable) => {
    const cause = new DOMException('', name);
    expect(captureError(cause, { audio: true })).toMatchObject({ name: 'MediaError', code, retryable, cause });
  });

  it('[MED-06] names the device and the constraint', () => {
    const missing = new DOMException('', 'NotFoundError');
    expect(captureError(missing, { audio: true }).message).toBe(
      'No microphone was found. Connect one, then try again.',
    );
    expect(captureError(missing, { video: {} }).message).toContain('camera');
    expect(errorInfo(captureError(missing, { video: {} })).about).toBe('camera');
    expect(errorInfo(captureError(missing, { audio: true, video: true }))).not.toHaveProperty('about');
    expect(captureError(missing, { audio: true, video: true }).message).toContain('microphone or camera');
    const over = Object.assign(new Error(), { name: 'OverconstrainedError', constraint: 'deviceId' });
    expect(captureError(over, { audio: true }).message).toContain('(deviceId)');
    expect(captureError('what?', {}).code).toBe('MEDIA_UNKNOWN');
    expect(captureError(new TypeError(), { audio: false }).code).toBe('MEDIA_NOTHING_ASKED');
  });

  it('[MED-06] keeps an error that is one already', () => {
    const closed = mediaClosed();
    expect(captureError(closed, {})).toBe(closed);
    expect(negotiationError('take the answer', closed)).toBe(closed);
    const refused = negotiationError('take the answer', new DOMException('no codec', 'OperationError'));
    expect(refused).toBeInstanceOf(MediaError);
    expect(refused.message).toBe('Cannot take the answer: no codec');
  });
});
