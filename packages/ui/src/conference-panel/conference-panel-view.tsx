'use client';

import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { AddCallPanel } from '../add-call/add-call-panel.tsx';
import { ActionButton } from '../button/action-button.tsx';
import { ActionRow } from '../button/action-row.tsx';
import { CallTimer } from '../call/call-timer.tsx';
import { useArmed } from '../call/use-armed.ts';
import { LeaveIcon, MicIcon, MicOffIcon, PauseIcon, PhoneIcon, SplitIcon, UserPlusIcon } from '../icons/icons.ts';
import { ErrorNote } from '../error-note/error-note.tsx';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { ErrorInfo, SessionSnapshot } from '../snapshots.ts';
import type { TransferSuggestion } from '../target-entry/target-people.tsx';
import { classNames } from '../theme/class-names.ts';
import { ParticipantRow } from './participant-row.tsx';

/** What can be done with a conference. */
export interface ConferencePanelActions {
  readonly silence: (id: string, silent: boolean) => void;
  readonly remove: (id: string) => void;
  readonly hangUp: (id: string) => void;
  readonly toggleMute: () => void;
  readonly toggleHold: () => void;
  /** Calls somebody else, while the conference waits. */
  readonly add: (target: string) => void;
  readonly split: () => void;
  /** Leaves two others to each other. */
  readonly leave: () => void;
  readonly end: () => void;
}

/** Props of {@link ConferencePanelView}. */
export interface ConferencePanelViewProps {
  /** The others, in the order they joined. */
  readonly participants: readonly SessionSnapshot[];
  readonly silencedIds?: readonly string[];
  /** When it began, milliseconds since the epoch. */
  readonly since: number;
  readonly muted?: boolean;
  readonly held?: boolean;
  readonly actions: ConferencePanelActions;
  /** Draws how loud somebody is. */
  readonly levelOf?: (id: string) => ReactNode;
  readonly suggestions?: readonly TransferSuggestion[] | undefined;
  /** How the call that is being added goes. */
  readonly adding?: { readonly pending: boolean; readonly error: ErrorInfo | null } | undefined;
  /** Why the last act came to nothing. */
  readonly error?: ErrorInfo | null;
  readonly className?: string | undefined;
}

/** A conference on the screen: everybody in it, what can be done with each and with all, and the way to end it. */
export function ConferencePanelView(props: ConferencePanelViewProps): ReactElement {
  const { participants, silencedIds = [], since, muted = false, held = false, actions, levelOf, adding } = props;
  const { error = null } = props;
  const labels = useConferenceLabels();
  const controls = useControlsLabels();
  const language = useLanguage();
  const root = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const armed = useArmed();
  const leaving = participants.some(({ pending }) => pending.includes('transfer'));
  const close = useReturn(root, open, setOpen);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  };
  return (
    <section
      ref={root}
      tabIndex={-1}
      aria-label={labels.group}
      {...language}
      className={classNames('hs-root hs-call hs-conference', props.className)}
      data-panel={open ? 'add' : undefined}
      onKeyDown={onKeyDown}
    >
      <header className="hs-conference__head">
        <h2 className="hs-conference__title">{labels.title(participants.length)}</h2>
        <CallTimer since={since} />
        {muted && <span className="hs-conference__muted">{controls.muted}</span>}
      </header>
      {error !== null && !open && <ErrorNote error={error} />}
      {open ? (
        <AddCallPanel
          name={labels.group}
          {...adding}
          suggestions={props.suggestions}
          onCall={actions.add}
          onCancel={close}
        />
      ) : (
        <>
          <ul className="hs-conference__members" aria-label={labels.participants}>
            {participants.map((session) => (
              <ParticipantRow
                key={session.id}
                session={session}
                silenced={silencedIds.includes(session.id)}
                level={levelOf?.(session.id)}
                onSilence={(silent) => actions.silence(session.id, silent)}
                onRemove={() => actions.remove(session.id)}
                onHangUp={() => actions.hangUp(session.id)}
              />
            ))}
          </ul>
          <p className="hs-conference__note">{labels.note}</p>
          <div role="group" aria-label={controls.group} className="hs-controls__row">
            <ActionButton
              icon={muted ? MicOffIcon : MicIcon}
              label={controls.mute}
              pressed={muted}
              onPress={actions.toggleMute}
            />
            <ActionButton
              icon={PauseIcon}
              label={controls.hold}
              pressed={held}
              pressedTone="wait"
              onPress={actions.toggleHold}
            />
            <ActionButton
              className="hs-controls__add"
              icon={UserPlusIcon}
              label={controls.add}
              expanded={false}
              onPress={() => setOpen(true)}
            />
            {participants.length === 2 ? (
              <ActionButton icon={LeaveIcon} mirrored label={labels.leave} busy={leaving} onPress={actions.leave} />
            ) : (
              <ActionButton icon={SplitIcon} label={labels.split} onPress={actions.split} />
            )}
          </div>
        </>
      )}
      <ActionRow
        start={
          participants.length === 2 &&
          !open && (
            <ActionButton
              icon={SplitIcon}
              label={labels.split}
              tone="plain"
              size="small"
              labelled="hidden"
              onPress={actions.split}
            />
          )
        }
        main={
          <ActionButton
            icon={PhoneIcon}
            label={labels.endAll}
            tone="end"
            size="large"
            turned
            arming={!armed}
            onPress={actions.end}
          />
        }
      />
    </section>
  );
}

/** Closes the form, and gives the focus back to the button that opened it. */
function useReturn(
  root: { readonly current: HTMLElement | null },
  open: boolean,
  setOpen: (open: boolean) => void,
): () => void {
  const returns = useRef(false);
  useEffect(() => {
    if (open || !returns.current) return;
    returns.current = false;
    root.current?.querySelector<HTMLElement>('.hs-controls__add')?.focus();
  }, [root, open]);
  return () => {
    returns.current = true;
    setOpen(false);
  };
}
