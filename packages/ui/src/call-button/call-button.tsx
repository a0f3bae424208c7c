'use client';

import { useCall, useConnection } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import type { ActionButtonProps } from '../button/action-button.tsx';
import { start } from '../call/call-actions.ts';
import { CallButtonView } from './call-button-view.tsx';

/** Props of {@link CallButton}. */
export interface CallButtonProps extends Pick<ActionButtonProps, 'size' | 'labelled' | 'className'> {
  /** Whom to call: an address, or a number of our own domain. */
  readonly target: string;
  /** The name to show; default the target. */
  readonly name?: string | undefined;
}

/**
 * Calls one person, for a contact card or a table of customers.
 *
 * @example
 * ```tsx
 * <CallButton target="sip:bob@example.com" name="Bob" size="small" labelled="inside" />
 * ```
 */
export function CallButton({ target, name = target, ...look }: CallButtonProps): ReactElement {
  const { call, pending } = useCall();
  const { isConnected } = useConnection();
  return (
    <CallButtonView
      {...{ size: 'medium', ...look }}
      name={name}
      busy={pending}
      blocked={!isConnected}
      onPress={() => start(() => call(target))}
    />
  );
}
