'use client';

import type { ReactElement } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { useSecondsUntil } from '../call/use-now.ts';
import { AlertIcon } from '../icons/icons.ts';
import { useRecoveryLabels } from '../labels/hooks/use-recovery-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { SessionSnapshot } from '../snapshots.ts';

/** Props of {@link FarEndNote}. */
export interface FarEndNoteProps {
  readonly session: Pick<SessionSnapshot, 'farEnd' | 'givenUpAt'>;
}

/** Says that the far end of a call is not heard any more, and when the call ends if that stays. Nothing while all is well. */
export function FarEndNote({ session }: FarEndNoteProps): ReactElement | null {
  const { farEnd, givenUpAt = null } = session;
  const words = useRecoveryLabels();
  const language = useLanguage();
  const seconds = useSecondsUntil(givenUpAt);
  if (farEnd === undefined) return null;
  const sentence = (left: number | null) => (farEnd === 'silent' ? words.silent : words.unreachable(left));
  const { what, next } = sentence(seconds);
  const said = sentence(null);
  return (
    <div {...language} className="hs-root hs-note" data-hs-tone={farEnd === 'silent' ? 'wait' : 'end'}>
      <AlertIcon aria-hidden className="hs-note__icon" />
      <p className="hs-note__text">
        <strong className="hs-note__what">{what}</strong>
        <span>{next}</span>
      </p>
      {/* Said once, not with each second of the countdown. */}
      <Announcer message={`${said.what}. ${said.next ?? ''}`} />
    </div>
  );
}
