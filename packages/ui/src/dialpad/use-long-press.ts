import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { DialKey } from './dial-keys.ts';

/** How long a key is held until it means its other sign, in milliseconds. */
export const longPressTime: number = 500;

/** Handlers of one key. */
export interface LongPressHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerLeave: () => void;
  readonly onPointerCancel: () => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onClick: () => void;
}

/** Tells a press from a long press. A long press acts while the finger is still down, and its click is then ignored. */
export function useLongPress(
  onPress: (key: DialKey) => void,
  onHold: ((key: DialKey) => void) | undefined,
): (key: DialKey) => LongPressHandlers {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const stop = (): void => clearTimeout(timer.current);
  return (key) => ({
    onPointerDown: (event) => {
      held.current = false;
      if (onHold === undefined || event.button > 0) return;
      stop();
      timer.current = setTimeout(() => {
        held.current = true;
        onHold(key);
      }, longPressTime);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    // Touch browsers open a menu on a long press.
    onContextMenu: (event) => {
      if (onHold !== undefined) event.preventDefault();
    },
    onClick: () => {
      if (held.current) held.current = false;
      else onPress(key);
    },
  });
}
