import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * When a screen of the phone is replaced and takes the focus with it, the new screen gets it, so that a keyboard or a
 * screen reader is never thrown back to the top of the page. A focus elsewhere in the page is left alone.
 *
 * @param root - the phone
 * @param screen - names the screen; a change of it is a change of screens
 */
export function useKeepFocus(root: RefObject<HTMLElement | null>, screen: string): void {
  const inside = useRef(false);
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const { ownerDocument } = element;
    // Removing the focused element tells nobody, so the last place is remembered as it changes.
    const onFocus = (event: FocusEvent): void => {
      // In a shadow tree the event's target is the host; the path has the element itself.
      const [target] = event.composedPath();
      inside.current = target instanceof Node && element.contains(target);
    };
    ownerDocument.addEventListener('focusin', onFocus);
    return () => ownerDocument.removeEventListener('focusin', onFocus);
  }, [root]);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || !inside.current) return;
    const { activeElement, body } = element.ownerDocument;
    if (activeElement !== body && activeElement !== null) return;
    element.querySelector<HTMLElement>('[data-hs-screen] > [tabindex="-1"]')?.focus({ preventScroll: true });
  }, [root, screen]);
}
