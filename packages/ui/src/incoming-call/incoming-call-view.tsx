'use client';

import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CallLamp } from '../call/call-lamp.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { nameLength, partyOf } from '../call/party-text.ts';
import { useArmed } from '../call/use-armed.ts';
import { ErrorNote } from '../error-note/error-note.tsx';
import { BellOffIcon, PhoneIcon } from '../icons/icons.ts';
import { useLabels, useLanguage } from '../labels/labels-provider.tsx';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';
import { type Shortcut, useShortcuts } from './use-shortcuts.ts';

/** Combinations of keys for an incoming call; each needs a modifier. */
export interface IncomingCallShortcuts {
  readonly answer: Shortcut;
  readonly decline: Shortcut;
}

const usualShortcuts: IncomingCallShortcuts = { answer: 'Alt+Shift+A', decline: 'Alt+Shift+D' };

/** Props of {@link IncomingCallView}. */
export interface IncomingCallViewProps {
  readonly session: SessionSnapshot;
  readonly onAnswer: () => void;
  readonly onDecline: () => void;
  /** Stops the ringing here and lets the caller go on; Escape does the same. Without it there is no such button. */
  readonly onSilence?: (() => void) | undefined;
  readonly silenced?: boolean;
  /** Answering puts another call on hold first, and the button says so. */
  readonly holds?: boolean;
  /** `compact` is a strip above a call that runs. Default `full`. */
  readonly size?: 'full' | 'compact';
  /** Which of our numbers is called, where a person has several. */
  readonly line?: string | undefined;
  /** Combinations of keys that answer and decline from anywhere in the page; `null` for none. */
  readonly shortcuts?: IncomingCallShortcuts | null;
  /** Milliseconds during which the buttons ignore presses after they appeared; default 500. */
  readonly arming?: number;
  readonly className?: string | undefined;
}

/**
 * Somebody calls. It never takes the focus from what a person is doing, and a key pressed for something else does not
 * answer: the buttons wait half a second. Escape silences and never declines.
 */
export function IncomingCallView(props: IncomingCallViewProps): ReactElement {
  const { session, onAnswer, onDecline, onSilence, silenced = false, holds = false, size = 'full', line } = props;
  const { shortcuts = usualShortcuts } = props;
  const labels = useLabels();
  const language = useLanguage();
  const words = labels.incoming;
  const { name, number } = usePartyText()(partyOf(session));
  const armed = useArmed(props.arming);
  const root = useRef<HTMLDivElement>(null);
  const note = useId();
  const answering = session.pending.includes('answer');
  useShortcuts(
    shortcuts === null || !armed
      ? {}
      : { [shortcuts.decline]: onDecline, ...(answering ? {} : { [shortcuts.answer]: onAnswer }) },
  );

  useEffect(() => {
    const element = root.current;
    const focused = element?.ownerDocument.activeElement;
    // Only a page where nothing has the focus gives it away, and to the dialog, not to a button.
    if (focused === element?.ownerDocument.body) element?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || onSilence === undefined) return;
    event.stopPropagation();
    onSilence();
  };
  const buttons = size === 'full' ? ({ size: 'large' } as const) : ({ size: 'small', labelled: 'inside' } as const);

  return (
    <div
      ref={root}
      role="dialog"
      aria-modal="false"
      aria-label={words.dialog(name)}
      tabIndex={-1}
      {...language}
      className={classNames('hs-root hs-incoming', props.className)}
      data-size={size}
      data-silenced={silenced ? '' : undefined}
      onKeyDown={onKeyDown}
    >
      <p role="alert" className="hs-hidden">
        {words.alert(name, number)}
      </p>
      <div className="hs-incoming__who">
        <CallLamp mood="incoming" size={size === 'full' ? 'large' : 'small'} />
        <div className="hs-incoming__words">
          <p className="hs-incoming__title">
            {silenced ? words.silenced : words.title}
            {line !== undefined && (
              <>
                {' '}
                <bdi>{labels.call.via(line)}</bdi>
              </>
            )}
          </p>
          <p className="hs-incoming__name" data-length={nameLength(name)} title={name}>
            <bdi>{name}</bdi>
          </p>
          {number !== '' && (
            <p className="hs-incoming__number">
              <bdi dir="ltr">{number}</bdi>
            </p>
          )}
        </div>
      </div>
      {session.lastError !== null && <ErrorNote error={session.lastError} id={note} />}
      {size === 'full' && onSilence !== undefined && (
        <div className="hs-incoming__silence">
          <ActionButton
            icon={BellOffIcon}
            label={words.silence}
            size="small"
            labelled="inside"
            pressed={silenced}
            onPress={onSilence}
          />
        </div>
      )}
      <div className="hs-incoming__actions">
        <ActionButton
          icon={PhoneIcon}
          label={words.decline}
          tone="end"
          turned
          arming={!armed}
          shortcut={shortcuts?.decline}
          onPress={onDecline}
          {...buttons}
        />
        <ActionButton
          icon={PhoneIcon}
          label={holds ? words.holdAndAnswer : words.answer}
          tone="go"
          busy={answering}
          arming={!armed}
          shortcut={shortcuts?.answer}
          onPress={onAnswer}
          {...buttons}
        />
      </div>
    </div>
  );
}
