'use client';

import type { QualitySnapshot } from '@hookswitch/sip-core';
import { type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react';
import { AlertIcon, ChevronIcon, SignalHighIcon, SignalLowIcon, SignalMediumIcon } from '../icons/icons.ts';
import { useQualityLabels } from '../labels/hooks/use-quality-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import { byGravity, isWorthTelling, qualityTone } from './quality-look.ts';

/** Props of {@link QualityBadgeView}. */
export interface QualityBadgeViewProps {
  readonly quality: QualitySnapshot;
  /** Shows it also while all is well; default false. */
  readonly always?: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** The figures, shown below the advice while it is open. */
  readonly facts?: ReactNode;
  readonly className?: string | undefined;
}

const GLYPHS = { unknown: SignalLowIcon, poor: SignalLowIcon, fair: SignalMediumIcon, good: SignalHighIcon };

/**
 * What is wrong with the sound of a call, in words, with what to do about it one press away. Nothing while all is well.
 */
export function QualityBadgeView(props: QualityBadgeViewProps): ReactElement {
  const { quality, always = false, open, onToggle, facts } = props;
  const words = useQualityLabels();
  const language = useLanguage();
  const id = useId();
  const shown = always || isWorthTelling(quality);
  const warnings = byGravity(quality);
  const first = warnings[0];
  const Glyph = first === undefined ? GLYPHS[quality.level] : AlertIcon;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    onToggle();
  };
  return (
    <div
      {...language}
      className={classNames('hs-root hs-quality', props.className)}
      data-hs-tone={qualityTone(quality)}
      data-shown={shown ? '' : undefined}
      onKeyDown={onKeyDown}
    >
      {/* There before its words are, so that they are said when they come. */}
      <div role="status" className="hs-quality__live">
        {shown && (
          <button
            type="button"
            className="hs-quality__badge"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={onToggle}
          >
            <Glyph aria-hidden className="hs-quality__icon" />
            <span>{first === undefined ? words.level[quality.level] : words.warnings[first.code].what}</span>
            <ChevronIcon aria-hidden className="hs-quality__chevron" />
          </button>
        )}
      </div>
      {shown && open && (
        <div role="group" aria-label={words.group} id={id} className="hs-quality__details">
          {warnings.length > 0 && (
            <ul className="hs-quality__warnings">
              {warnings.map(({ code }, index) => (
                <li key={code}>
                  {index > 0 && <strong className="hs-quality__what">{words.warnings[code].what}</strong>}
                  <span>{words.warnings[code].next}</span>
                </li>
              ))}
            </ul>
          )}
          {facts}
        </div>
      )}
    </div>
  );
}
