import type { QualitySnapshot, QualityWarningCode } from '@hookswitch/sip-core';

/** Troubles that keep people from hearing each other at all; the others only disturb. */
const GRAVE: ReadonlySet<QualityWarningCode> = new Set(['NO_AUDIO_RECEIVED', 'DEAD_MICROPHONE', 'LOW_MOS']);

/** The warnings, the gravest first. */
export function byGravity({ warnings }: QualitySnapshot): QualitySnapshot['warnings'] {
  return [...warnings].sort((a, b) => Number(GRAVE.has(b.code)) - Number(GRAVE.has(a.code)));
}

/** The colours of a quality. */
export function qualityTone(quality: QualitySnapshot): 'go' | 'wait' | 'end' | 'off' {
  if (quality.level === 'poor' || quality.warnings.some(({ code }) => GRAVE.has(code))) return 'end';
  if (quality.level === 'fair' || quality.warnings.length > 0) return 'wait';
  return quality.level === 'good' ? 'go' : 'off';
}

/**
 * Whether a person should be told. By the warnings alone, which come and go slowly: the level is measured anew each
 * second, and a badge that flickers is worse than none.
 */
export function isWorthTelling({ warnings }: QualitySnapshot): boolean {
  return warnings.length > 0;
}
