'use client';

import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { type CallActions, start } from '../call/call-actions.ts';
import { KeypadIcon, PauseIcon, PhoneForwardedIcon } from '../icons/icons.ts';
import { useLabels } from '../labels/labels-provider.tsx';
import type { SessionSnapshot } from '../snapshots.ts';
import { MuteButton } from './mute-button.tsx';

/** A panel that opens from the controls. */
export type CallPanel = 'keypad' | 'transfer';

/** What stands in the second row, each in a place of its own; what is left out leaves no gap. */
export interface CallControlsMore {
  readonly add?: ReactNode;
  readonly record?: ReactNode;
  readonly video?: ReactNode;
  readonly devices?: ReactNode;
  /** Comes after the rest, while a picture is sent. */
  readonly share?: ReactNode;
}

/** Props of {@link CallControls}. */
export interface CallControlsProps {
  readonly session: SessionSnapshot;
  readonly actions: Pick<CallActions, 'toggleHold' | 'toggleMute'>;
  /** Which panel is open. */
  readonly panel?: CallPanel | null;
  readonly onPanel: (panel: CallPanel) => void;
  /** The second row. */
  readonly more?: CallControlsMore | undefined;
}

/**
 * What can be done with a call, always in the same places: mute, keypad, hold, transfer; below them whatever `more`
 * has. What the call does not allow yet is faint and stays where it is.
 */
export function CallControls({ session, actions, panel = null, onPanel, more = {} }: CallControlsProps): ReactElement {
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
      {more.add}
      {more.record}
      {more.video}
      {more.devices}
      {more.share}
    </div>
  );
}
