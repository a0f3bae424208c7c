'use client';

import type { ReactElement } from 'react';
import { type Icon, PhoneForwardedIcon } from '../icons/icons.ts';
import { useConsultationLabels } from '../labels/hooks/use-consultation-labels.ts';

/** Props of {@link TargetLines}. */
export interface TargetLinesProps {
  readonly label: string;
  readonly lines: readonly { readonly id: string; readonly name: string }[];
  /** What choosing one does, in words; connecting with it by default. */
  readonly words?: (name: string) => string;
  readonly icon?: Icon;
  readonly onChoose: (id: string) => void;
}

/** Our other calls, each to be chosen with one press. */
export function TargetLines(props: TargetLinesProps): ReactElement | null {
  const { label, lines, words, icon: Glyph = PhoneForwardedIcon, onChoose } = props;
  const { toLine } = useConsultationLabels();
  if (lines.length === 0) return null;
  return (
    <ul className="hs-target__people" aria-label={label}>
      {lines.map(({ id, name }) => (
        <li key={id}>
          <button type="button" className="hs-target__person" onClick={() => onChoose(id)}>
            <bdi className="hs-target__name">{(words ?? toLine)(name)}</bdi>
            <Glyph aria-hidden className="hs-target__glyph" data-mirrored="" />
          </button>
        </li>
      ))}
    </ul>
  );
}
