'use client';

import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { Lamp } from '../call/lamp.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { nameLength, partyOf } from '../call/party-text.ts';
import { useArmed } from '../call/use-armed.ts';
import { ErrorNote } from '../error-note/error-note.tsx';
import {
  BellOffIcon,
  PhoneForwardedIcon,
  PhoneIcon,
  PhoneIncomingIcon,
  PhoneOffIcon,
  VideoIcon,
  VoicemailIcon,
} from '../icons/icons.ts';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { useIncomingLabels } from '../labels/hooks/use-incoming-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { Labels } from '../labels/labels.ts';
import { LazyMoreChoices } from '../lazy/parts.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';
import type { Divert } from './divert.ts';
import type { Choice } from './more-choices.tsx';
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
  /** Answers and shows ourselves; there when the caller offers a picture. */
  readonly onAnswerVideo?: (() => void) | undefined;
  /** Hangs up the call that talks, then answers; there when one does. */
  readonly onEndAndAnswer?: (() => void) | undefined;
  /** Declines and says that we are busy. */
  readonly onBusy?: (() => void) | undefined;
  /** Where the call can be sent instead. */
  readonly diverts?: readonly Divert[] | undefined;
  readonly onDivert?: ((target: string) => void) | undefined;
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
  const labels = { call: useCallLabels(), incoming: useIncomingLabels() };
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
  const withVideo = session.offersVideo === true && props.onAnswerVideo !== undefined;
  const choices = [...choicesOf(props, words)];
  const more = choices.length > 0 && <LazyMoreChoices choices={choices} arming={!armed} compact={size === 'compact'} />;
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
        <Lamp mood="incoming" icon={PhoneIncomingIcon} size={size === 'full' ? 'large' : 'small'} />
        <div className="hs-incoming__words">
          <p className="hs-incoming__title">
            {silenced ? words.silenced : session.offersVideo === true ? words.titleVideo : words.title}
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
        {size === 'compact' && more}
      </div>
      {session.lastError !== null && <ErrorNote error={session.lastError} id={note} />}
      {size === 'full' && (
        <div className="hs-incoming__silence">
          {onSilence !== undefined && (
            <ActionButton
              icon={BellOffIcon}
              label={words.silence}
              size="small"
              labelled="inside"
              pressed={silenced}
              onPress={onSilence}
            />
          )}
          {more}
        </div>
      )}
      <div className="hs-incoming__actions" data-video={withVideo ? '' : undefined}>
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
        {withVideo && (
          <ActionButton
            className="hs-incoming__video"
            icon={VideoIcon}
            label={words.answerVideo}
            tone="go"
            busy={answering}
            arming={!armed}
            onPress={() => props.onAnswerVideo?.()}
            {...buttons}
            {...(size === 'compact' ? { labelled: 'hidden' } : {})}
          />
        )}
      </div>
    </div>
  );
}

/** What has no button of its own. */
function* choicesOf(props: IncomingCallViewProps, words: Labels['incoming']): Generator<Choice> {
  const { holds = false, onEndAndAnswer, onBusy, diverts = [], onDivert } = props;
  if (holds && onEndAndAnswer !== undefined) {
    yield { key: 'end', icon: PhoneOffIcon, label: words.endAndAnswer, onPress: onEndAndAnswer };
  }
  for (const { target, label } of onDivert === undefined ? [] : diverts) {
    const icon = label === undefined ? VoicemailIcon : PhoneForwardedIcon;
    yield { key: `to ${target}`, icon, label: label ?? words.toVoicemail, onPress: () => onDivert?.(target) };
  }
  if (onBusy !== undefined) yield { key: 'busy', icon: PhoneOffIcon, label: words.busy, onPress: onBusy };
}
