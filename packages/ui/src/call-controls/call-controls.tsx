'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { type CallActions, start } from '../call/call-actions.ts';
import { KeypadIcon, PauseIcon, PhoneForwardedIcon } from '../icons/icons.ts';
import { useLabels } from '../labels/labels-provider.tsx';
import type { SessionSnapshot } from '../snapshots.ts';
import { MuteButton } from './mute-button.tsx';

/** A panel that opens from the controls. */
export type CallPanel = 'keypad' | 'transfer';

/** Props of {@link CallControls}. */
export interface CallControlsProps {
  readonly session: SessionSnapshot;
  readonly actions: Pick<CallActions, 'toggleHold' | 'toggleMute'>;
  /** Which panel is open. */
  readonly panel?: CallPanel | null;
  readonly onPanel: (panel: CallPanel) => void;
}

/**
 * What can be done with a call, always in the same four places: mute, keypad, hold, transfer. What the call does not
 * allow yet is faint and stays where it is.
 */
export function CallControls({ session, actions, panel = null, onPanel }: CallControlsProps): ReactElement {
  const labels = useLabels().controls;
  const { phase, pending, hold } = session;
  const talking = phase === 'established';
  return (
    <div role="group" aria-label={labels.group} className="hs-controls">
      <MuteButton session={session} onPress={() => start(actions.toggleMute)} />
      <ActionButton
        className="hs-controls__keypad"
        icon={KeypadIcon}
        label={labels.keypad}
        expanded={panel === 'keypad'}
        blocked={!talking && phase !== 'early'}
        onPress={() => onPanel('keypad')}
      />
      <ActionButton
        icon={PauseIcon}
        label={labels.hold}
        pressed={hold.local}
        pressedTone="wait"
        busy={pending.includes('hold') || pending.includes('unhold')}
        blocked={!talking}
        onPress={() => start(actions.toggleHold)}
      />
      <ActionButton
        className="hs-controls__transfer"
        icon={PhoneForwardedIcon}
        label={labels.transfer}
        expanded={panel === 'transfer'}
        busy={pending.includes('transfer')}
        blocked={!talking}
        onPress={() => onPanel('transfer')}
      />
    </div>
  );
}
