'use client';

import { usePresence } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { PresenceDotView } from './presence-dot-view.tsx';
import { presenceState } from './presence-state.ts';

/** Props of {@link PresenceDot}. */
export interface PresenceDotProps {
  /** Whose presence: an address, a name or number of our own domain; `null` asks nobody. */
  readonly target: string | null;
  /** Shows the word beside the dot. Default false. */
  readonly labelled?: boolean | undefined;
  /** Draws nothing while nothing is known. Default false. */
  readonly hideUnknown?: boolean | undefined;
  readonly className?: string | undefined;
}

/**
 * Whether somebody can be reached (presence, RFC 3856). It follows them while it is mounted.
 *
 * @example
 * ```tsx
 * <PresenceDot target="sip:bob@example.com" labelled />
 * ```
 */
export function PresenceDot(props: PresenceDotProps): ReactElement | null {
  const { target, labelled, hideUnknown = false, className } = props;
  const presence = usePresence(target);
  const state = presenceState(presence);
  if (hideUnknown && state === 'unknown') return null;
  return <PresenceDotView {...{ state, labelled, className }} note={presence.note} />;
}
