'use client';

import type { ReactElement } from 'react';
import { AlertIcon } from '../icons/icons.ts';
import { useErrorSentence } from './use-error-sentence.ts';
import type { ErrorInfo } from '../snapshots.ts';

/** Props of {@link ErrorNote}. */
export interface ErrorNoteProps {
  readonly error: ErrorInfo;
  readonly id?: string;
}

/** An error in words: what happened, what it means for the call, what to do. */
export function ErrorNote({ error, id }: ErrorNoteProps): ReactElement | null {
  const sentence = useErrorSentence(error);
  if (sentence === null) return null;
  const { what, next } = sentence;
  return (
    <div className="hs-note" data-hs-tone="end" role="alert" id={id}>
      <AlertIcon aria-hidden className="hs-note__icon" />
      <p className="hs-note__text">
        <strong className="hs-note__what">{what}</strong>
        {next !== null && <span>{next}</span>}
      </p>
    </div>
  );
}
