'use client';

import type { ReactElement, RefObject } from 'react';
import { useDevicesLabels } from '../labels/hooks/use-devices-labels.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link MeterBar}. */
export interface MeterBarProps {
  /** Where the level is painted. */
  readonly bar: RefObject<HTMLDivElement | null>;
  /** What is measured. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** A bar that shows `--level`, from 0 to 1. Whoever paints it also says it in words, see {@link useLoudnessWords}. */
export function MeterBar({ bar, label, className }: MeterBarProps): ReactElement {
  const { loudness } = useDevicesLabels();
  return (
    <div
      ref={bar}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
      aria-valuetext={loudness.silent}
      className={classNames('hs-meter', className)}
    >
      <span className="hs-meter__fill" />
    </div>
  );
}
