import { SipTrace } from '@hookswitch/ui';
import MessagesIcon from 'lucide-react/icons/arrow-left-right';
import CloseIcon from 'lucide-react/icons/x';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { words } from '../words.ts';

/** A button, and behind it what phone and server said to each other since the phone was started. */
export function TraceDrawer(): ReactElement {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open) drawer.current?.querySelector<HTMLElement>('[role="listbox"], button')?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="app-button app-button--quiet"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MessagesIcon aria-hidden className="app-icon" />
        <span className="app-header__word">{words.header.trace}</span>
      </button>
      {open && (
        <aside ref={drawer} className="app-trace" aria-label={words.header.trace}>
          <button type="button" className="app-icon-button app-trace__close" onClick={close}>
            <CloseIcon aria-hidden className="app-icon" />
            <span className="hs-hidden">{words.header.closeTrace}</span>
          </button>
          <SipTrace />
        </aside>
      )}
    </>
  );
}
