import type { ReactElement, ReactNode } from 'react';
import AlertIcon from 'lucide-react/icons/circle-alert';

/** Props of {@link Notice}. */
export interface NoticeProps {
  readonly what: string;
  readonly next: string;
  /** In small type, for whoever looks into it. */
  readonly technical?: string | null;
  readonly children?: ReactNode;
}

/** What went wrong, what it means, what to do. */
export function Notice({ what, next, technical = null, children }: NoticeProps): ReactElement {
  return (
    <div className="app-notice" role="alert" data-hs-tone="end">
      <AlertIcon aria-hidden className="app-notice__icon" />
      <div className="app-notice__text">
        <strong className="app-notice__what">{what}</strong>
        <span>{next}</span>
        {children}
        {technical !== null && <code className="app-notice__code">{technical}</code>}
      </div>
    </div>
  );
}
