import { type RefObject, useEffect, useState } from 'react';

/** Where text is written; not what is ticked, dragged or pressed. */
const TEXT = [
  'textarea',
  '[contenteditable]:not([contenteditable="false"])',
  'input:not(:is([type="checkbox"], [type="radio"], [type="range"], [type="file"], [type="button"], [type="submit"]))',
].join();

/** Whether the focus is in a field for text inside an element. */
export function useTyping(place: RefObject<HTMLElement | null>): boolean {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    const { current } = place;
    if (current === null) return;
    const { ownerDocument } = current;
    const onFocusIn = (event: FocusEvent): void => {
      // In a shadow tree the event's target is the host; the path has the element itself.
      const [target] = event.composedPath();
      setTyping(target instanceof Element && current.contains(target) && target.matches(TEXT));
    };
    const onFocusOut = (event: FocusEvent): void => {
      const [target] = event.composedPath();
      const tree = target instanceof Element ? target.getRootNode() : null;
      // When the window loses the focus, the field keeps its own.
      const stays = (tree instanceof Document || tree instanceof ShadowRoot) && tree.activeElement === target;
      if (!stays) setTyping(false);
    };
    ownerDocument.addEventListener('focusin', onFocusIn);
    ownerDocument.addEventListener('focusout', onFocusOut);
    return () => {
      ownerDocument.removeEventListener('focusin', onFocusIn);
      ownerDocument.removeEventListener('focusout', onFocusOut);
    };
  }, [place]);
  return typing;
}
