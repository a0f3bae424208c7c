'use client';

import { Component, type ReactElement, type ReactNode } from 'react';
import { useSectionsLabels } from '../labels/hooks/use-sections-labels.ts';

/** Props of {@link Fence}. */
export interface FenceProps {
  readonly children: ReactNode;
}

/** A part that cannot be fetched takes neither the phone nor the call with it. */
export function Fence({ children }: FenceProps): ReactElement {
  return <Boundary failed={useSectionsLabels().failed}>{children}</Boundary>;
}

interface BoundaryProps extends FenceProps {
  readonly failed: string;
}

class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <p className="hs-section-wait" role="alert">
        {this.props.failed}
      </p>
    );
  }
}
