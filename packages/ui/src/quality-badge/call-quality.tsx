'use client';

import { useCallQuality, useCallStatistics } from '@hookswitch/react-sip';
import { type ReactElement, useId } from 'react';
import { useQualityLabels } from '../labels/hooks/use-quality-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import { byGravity, qualityTone } from './quality-look.ts';
import { QualityFacts } from './quality-facts.tsx';

/** Props of {@link CallQuality}. */
export interface CallQualityProps {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
  readonly className?: string | undefined;
}

/** The quality of a call with its figures, always open, for a column beside the call. */
export function CallQuality({ sessionId, className }: CallQualityProps): ReactElement {
  const words = useQualityLabels();
  const language = useLanguage();
  const quality = useCallQuality(sessionId);
  const statistics = useCallStatistics(sessionId);
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      {...language}
      className={classNames('hs-root hs-quality hs-quality--column', className)}
      data-hs-tone={qualityTone(quality)}
    >
      <h2 className="hs-details__title" id={id}>
        {words.group}
      </h2>
      <p className="hs-quality__level">{words.level[quality.level]}</p>
      {quality.warnings.length > 0 && (
        <ul className="hs-quality__warnings">
          {byGravity(quality).map(({ code }) => (
            <li key={code}>
              <strong className="hs-quality__what">{words.warnings[code].what}</strong>
              <span>{words.warnings[code].next}</span>
            </li>
          ))}
        </ul>
      )}
      <QualityFacts quality={quality} statistics={statistics} />
    </section>
  );
}
