'use client';

import { useCallQuality, useCallStatistics } from '@hookswitch/react-sip';
import { type ReactElement, useState } from 'react';
import { QualityBadgeView } from './quality-badge-view.tsx';
import { QualityFacts } from './quality-facts.tsx';

/** Props of {@link QualityBadge}. */
export interface QualityBadgeProps {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
  /** Shows it also while all is well; default false. */
  readonly always?: boolean;
  readonly className?: string | undefined;
}

/**
 * Says what is wrong with the sound of a call as soon as something is, and nothing before. Pressed, it shows what to do
 * and the figures. It renders when the answer changes; only the figures do each second, while they are open.
 *
 * @example
 * ```tsx
 * <QualityBadge always />
 * ```
 */
export function QualityBadge({ sessionId, always = false, className }: QualityBadgeProps): ReactElement {
  const quality = useCallQuality(sessionId);
  const [open, setOpen] = useState(false);
  return (
    <QualityBadgeView
      quality={quality}
      always={always}
      open={open}
      onToggle={() => setOpen(!open)}
      facts={open && <LiveFacts sessionId={sessionId} />}
      className={className}
    />
  );
}

/** The figures of a call, measured while they are shown. */
function LiveFacts({ sessionId }: { readonly sessionId: string | undefined }): ReactElement {
  const quality = useCallQuality(sessionId);
  return <QualityFacts quality={quality} statistics={useCallStatistics(sessionId)} />;
}
