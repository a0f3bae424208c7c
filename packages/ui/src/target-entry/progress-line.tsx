import type { ReactElement } from 'react';
import { AlertIcon, CheckIcon, SpinnerIcon } from '../icons/icons.ts';

/** Props of {@link ProgressLine}. */
export interface ProgressLineProps {
  /** Under way, done, or come to nothing. */
  readonly tone: 'info' | 'go' | 'end';
  readonly text: string;
}

/** How an act goes, in one line: an icon and the words. */
export function ProgressLine({ tone, text }: ProgressLineProps): ReactElement {
  const Glyph = { info: SpinnerIcon, go: CheckIcon, end: AlertIcon }[tone];
  return (
    <p className="hs-progress" data-hs-tone={tone}>
      <Glyph aria-hidden className="hs-progress__icon" data-turning={tone === 'info' ? '' : undefined} />
      <bdi>{text}</bdi>
    </p>
  );
}
