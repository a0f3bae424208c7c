import type { DevicesSnapshot } from './devices-snapshot.ts';

/** Anything that plays and may be told where: an `<audio>` or `<video>` element, an `AudioContext`. */
export interface OutputElement {
  setSinkId?(deviceId: string): Promise<void>;
}

/** What tells which output is chosen; a `DeviceManager`. */
export interface OutputSource {
  getSnapshot(): Pick<DevicesSnapshot, 'output' | 'ringer'>;
  subscribe(listener: () => void): () => void;
}

/**
 * Keeps an element on the chosen output.
 *
 * @param failed - told when the element could not be moved; it plays on where it was
 * @returns what ends it
 */
export function followOutput(
  source: OutputSource,
  element: OutputElement,
  role: 'output' | 'ringer',
  failed: (error: unknown) => void,
): () => void {
  if (element.setSinkId === undefined) return () => undefined;
  // An element starts on the default output.
  let current = '';
  const follow = (): void => {
    const wanted = source.getSnapshot()[role].id ?? '';
    if (wanted === current) return;
    current = wanted;
    element.setSinkId?.(wanted).catch(failed);
  };
  follow();
  return source.subscribe(follow);
}
