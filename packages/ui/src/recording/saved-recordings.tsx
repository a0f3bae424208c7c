'use client';

import { useRecording } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CloseIcon, DownloadIcon } from '../icons/icons.ts';
import { useRecordingLabels } from '../labels/hooks/use-recording-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { saveFile } from '../list/save-file.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link SavedRecordingsView}. */
export interface SavedRecordingsViewProps {
  /** What was recorded, oldest first. */
  readonly files: readonly File[];
  readonly onSave: (file: File) => void;
  /** Forgets them all. */
  readonly onDiscard: () => void;
  readonly className?: string | undefined;
}

/** What was recorded of a call, to be saved or thrown away. Nothing where nothing was. */
export function SavedRecordingsView({
  files,
  onSave,
  onDiscard,
  className,
}: SavedRecordingsViewProps): ReactElement | null {
  const labels = useRecordingLabels();
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <div role="group" aria-label={labels.ready} {...language} className={classNames('hs-root hs-saved', className)}>
      <p className="hs-saved__text">
        <strong className="hs-saved__what">{labels.ready}</strong>
        <span>{labels.keptUntil}</span>
      </p>
      <div className="hs-saved__acts">
        {files.map((file, index) => (
          <ActionButton
            key={`${index} ${file.name}`}
            icon={DownloadIcon}
            label={files.length === 1 ? labels.save : labels.saveOne(index + 1)}
            tone="accent"
            size="small"
            labelled="inside"
            onPress={() => onSave(file)}
          />
        ))}
        <ActionButton
          icon={CloseIcon}
          label={labels.discard}
          tone="plain"
          size="small"
          labelled="inside"
          onPress={onDiscard}
        />
      </div>
    </div>
  );
}

/** Props of {@link SavedRecordings}. */
export interface SavedRecordingsProps {
  /** Which call, also one that has ended. */
  readonly sessionId: string;
  readonly className?: string | undefined;
}

/**
 * The finished recordings of a call, with a button that saves each as a file. They stay in memory until they are thrown
 * away or the page is closed.
 *
 * @example
 * ```tsx
 * <SavedRecordings sessionId={endedSession.id} />
 * ```
 */
export function SavedRecordings({ sessionId, className }: SavedRecordingsProps): ReactElement {
  const { files, discard } = useRecording(sessionId);
  return (
    <SavedRecordingsView
      files={files}
      onSave={(file) => saveFile(file.name, file.type, file)}
      onDiscard={discard}
      className={className}
    />
  );
}
