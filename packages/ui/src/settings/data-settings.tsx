'use client';

import type { PhoneStorage } from '@hookswitch/react-sip/storage';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { DownloadIcon, TrashIcon, UndoIcon } from '../icons/icons.ts';
import { useSettingsLabels } from '../labels/hooks/use-settings-labels.ts';
import { saveFile } from '../list/save-file.ts';
import { WordButton } from '../list/word-button.tsx';

/** Props of {@link DataSettings}. */
export interface DataSettingsProps {
  readonly storage: Pick<PhoneStorage, 'export' | 'delete'>;
  /** In place of the browser's download. */
  readonly onExport?: ((name: string, json: string) => void) | undefined;
}

const download = (name: string, json: string): void => saveFile(name, 'application/json', json);

/** What the phone keeps of a person: to take along, and to delete after a second question. */
export function DataSettings({ storage, onExport = download }: DataSettingsProps): ReactElement {
  const { data: words, notSaved } = useSettingsLabels();
  const [stage, setStage] = useState<'idle' | 'asking' | 'deleted' | 'failed'>('idle');
  const keep = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The harmless answer is under the hand.
    if (stage === 'asking') keep.current?.querySelector('button')?.focus();
  }, [stage]);
  const save = async (): Promise<void> => {
    const all = await storage.export();
    onExport(`phone-${all.exportedAt.slice(0, 10)}.json`, JSON.stringify(all, null, 2));
  };
  const failed = (): void => setStage('failed');
  return (
    <>
      <div className="hs-settings__act">
        <WordButton icon={DownloadIcon} label={words.export} onPress={() => void save().catch(failed)} />
        <p className="hs-settings__hint">{words.exportHint}</p>
      </div>
      {stage === 'asking' ? (
        <div role="alertdialog" aria-label={words.delete} aria-describedby="hs-delete" className="hs-settings__ask">
          <p id="hs-delete" className="hs-settings__question">
            {words.confirm}
          </p>
          <div ref={keep} className="hs-settings__answers">
            <WordButton icon={UndoIcon} label={words.keep} onPress={() => setStage('idle')} />
            <WordButton
              icon={TrashIcon}
              label={words.confirmDelete}
              tone="end"
              onPress={() => void storage.delete().then(() => setStage('deleted'), failed)}
            />
          </div>
        </div>
      ) : (
        <div className="hs-settings__act">
          <WordButton icon={TrashIcon} label={words.delete} tone="end" onPress={() => setStage('asking')} />
          <p className="hs-settings__hint">{words.deleteHint}</p>
        </div>
      )}
      <p role="status" className="hs-settings__news">
        {stage === 'deleted' && words.deleted}
        {stage === 'failed' && `${notSaved.what}.`}
      </p>
    </>
  );
}
