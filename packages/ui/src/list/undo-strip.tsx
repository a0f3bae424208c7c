import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CloseIcon, UndoIcon } from '../icons/icons.ts';
import { WordButton } from './word-button.tsx';

/** Props of {@link UndoStrip}. */
export interface UndoStripProps {
  /** What was done; `null` while nothing can be undone. */
  readonly text: string | null;
  readonly undo: string;
  readonly dismiss: string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** What was taken away, and the way to have it back. It stays until it is used or closed: nobody has to hurry. */
export function UndoStrip({ text, undo, dismiss, onUndo, onDismiss }: UndoStripProps): ReactElement {
  return (
    <div className="hs-undo" role="status">
      {text !== null && (
        <div className="hs-undo__strip">
          <bdi className="hs-undo__text">{text}</bdi>
          <WordButton icon={UndoIcon} label={undo} onPress={onUndo} />
          <ActionButton
            icon={CloseIcon}
            label={dismiss}
            tone="plain"
            size="small"
            labelled="hidden"
            onPress={onDismiss}
          />
        </div>
      )}
    </div>
  );
}
