'use client';

import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { type CallActions, start } from '../call/call-actions.ts';
import { KeypadIcon, MergeIcon, PauseIcon, PhoneForwardedIcon, UserPlusIcon } from '../icons/icons.ts';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { MuteButton } from './mute-button.tsx';

/** A panel that opens from the controls. */
export type CallPanel = 'keypad' | 'transfer' | 'add' | 'devices';

/** What stands in the second row, each in a place of its own; what is left out leaves no gap. */
export interface CallControlsMore {
  readonly record?: ReactNode;
  readonly video?: ReactNode;
  readonly devices?: ReactNode;
  /** Comes after the rest, while a picture is sent. */
  readonly share?: ReactNode;
}

/** Props of {@link CallControls}. */
export interface CallControlsProps {
  readonly session: SessionSnapshot;
  readonly actions: Pick<CallActions, 'toggleHold' | 'toggleMute' | 'addCall'>;
  /** Which panel is open. */
  readonly panel?: CallPanel | null;
  readonly onPanel: (panel: CallPanel) => void;
  /** Joins the call with the only other one, in the place of "add call". */
  readonly onMerge?: (() => void) | undefined;
  /** The second row, after "add call". */
  readonly more?: CallControlsMore | undefined;
  /** Which row is shown where there is no height for both; default the first. */
  readonly row?: 'first' | 'second';
}

/**
 * What can be done with a call, always in the same places: mute, keypad, hold, transfer; below them add call and whatever
 * `more` has. What the call does not allow yet is faint and stays where it is.
 */
export function CallControls(props: CallControlsProps): ReactElement {
  const { session, actions, panel = null, onPanel, onMerge, more = {}, row = 'first' } = props;
  const labels = useControlsLabels();
  const { merge } = useConferenceLabels();
  const { phase, pending, hold } = session;
  const talking = phase === 'established';
  return (
    <div role="group" aria-label={labels.group} className="hs-controls" data-row={row}>
      <div className="hs-controls__row">
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
          mirrored
          label={labels.transfer}
          expanded={panel === 'transfer'}
          busy={pending.includes('transfer')}
          blocked={!talking}
          onPress={() => onPanel('transfer')}
        />
      </div>
      <div className="hs-controls__row hs-controls__row--second">
        {onMerge === undefined ? (
          <ActionButton
            className="hs-controls__add"
            icon={UserPlusIcon}
            label={labels.add}
            expanded={panel === 'add'}
            blocked={!talking || actions.addCall === undefined}
            onPress={() => onPanel('add')}
          />
        ) : (
          <ActionButton icon={MergeIcon} label={merge} blocked={!talking} onPress={onMerge} />
        )}
        {more.record}
        {more.video}
        {more.devices}
        {more.share}
      </div>
    </div>
  );
}
