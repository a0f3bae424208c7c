'use client';

import { type ClipboardEvent, type KeyboardEvent, type ReactElement, type ReactNode, useId, useState } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { ActionButton } from '../button/action-button.tsx';
import { ActionRow } from '../button/action-row.tsx';
import { EraseIcon, PhoneIcon, PlusIcon, VideoIcon } from '../icons/icons.ts';
import { useDialpadLabels } from '../labels/hooks/use-dialpad-labels.ts';
import { useVideoLabels } from '../labels/hooks/use-video-labels.ts';
import { useVoicemailLabels } from '../labels/hooks/use-voicemail-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import { cleanNumber } from './clean-number.ts';
import { type DialKey, isDialKey } from './dial-keys.ts';
import { KeyGrid } from './key-grid.tsx';
import { useNumberEntry } from './use-number-entry.ts';

/** Props of {@link Dialpad}. */
export interface DialpadProps {
  /** Asked to call what was entered. */
  readonly onCall: (target: string) => void;
  /** Asked to call with a picture; its button is there when this is, as soon as something is entered. */
  readonly onVideoCall?: ((target: string) => void) | undefined;
  /** The number, where the app keeps it; otherwise the dialpad keeps it itself. */
  readonly value?: string | undefined;
  readonly onValueChange?: ((value: string) => void) | undefined;
  readonly defaultValue?: string | undefined;
  /** Comes back into an empty field when Call is pressed, so that a second press dials it. */
  readonly lastNumber?: string | null | undefined;
  /** Why calling is not possible now, in words; the call button then stays in its place and does nothing. */
  readonly blocked?: string | null | undefined;
  /** Told of each key that goes down, to sound its tone. */
  readonly onKeyTone?: ((key: DialKey) => void) | undefined;
  /** Calls the mailbox: for those who hold key 1. */
  readonly onVoicemail?: (() => void) | undefined;
  /** Shown under the field: a note such as why the last call failed. */
  readonly note?: ReactNode;
  readonly className?: string | undefined;
}

/**
 * The dialpad: a field to type, paste and edit in, twelve keys, and the call button.
 *
 * @example
 * ```tsx
 * <Dialpad onCall={(target) => ua.invite(target)} lastNumber="5550100" />
 * ```
 */
export function Dialpad(props: DialpadProps): ReactElement {
  const { onCall, lastNumber = null, blocked = null, onKeyTone } = props;
  const labels = useDialpadLabels();
  const video = useVideoLabels();
  const voicemail = useVoicemailLabels();
  const language = useLanguage();
  const [own, setOwn] = useState(props.defaultValue ?? '');
  const [lit, setLit] = useState<DialKey | null>(null);
  const [spoken, setSpoken] = useState('');
  const hint = useId();
  const value = props.value ?? own;
  const [field, entry] = useNumberEntry(value, (next) => {
    if (props.value === undefined) setOwn(next);
    props.onValueChange?.(next);
  });

  const pressed = (key: DialKey): void => {
    onKeyTone?.(key);
    entry.insert(key);
    setSpoken(labels.entered(Array.from(value + key).join(' ')));
  };
  const call = (): void => {
    if (blocked !== null) return;
    const target = value.trim();
    if (target !== '') onCall(target);
    else if (lastNumber !== null) entry.insert(lastNumber);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const inField = event.target === field.current;
    if (isDialKey(event.key)) {
      setLit(event.key);
      if (!inField) pressed(event.key);
      else if (!event.repeat) onKeyTone?.(event.key);
    } else if (inField) {
      if (event.key === 'Enter' && !event.nativeEvent.isComposing) call();
    } else if (event.key === '+') entry.insert('+');
    else if (event.key === 'Backspace' || event.key === 'Delete') entry.erase();
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    entry.insert(cleanNumber(event.clipboardData.getData('text')));
  };

  return (
    <div
      role="group"
      aria-label={labels.group}
      {...language}
      className={classNames('hs-root hs-dialpad', props.className)}
      onKeyDown={onKeyDown}
      onKeyUp={() => setLit(null)}
      onPaste={onPaste}
    >
      <div className="hs-dialpad__display">
        <input
          ref={field}
          className="hs-dialpad__field"
          data-length={value.length > 15 ? 'long' : 'short'}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          enterKeyHint="go"
          spellCheck={false}
          dir="ltr"
          aria-label={labels.field}
          aria-describedby={hint}
          placeholder={labels.placeholder}
          value={value}
          onChange={entry.typed}
          onSelect={entry.moved}
          onBlur={() => setLit(null)}
        />
        <div id={hint} className="hs-dialpad__hint" data-blocked={blocked === null ? undefined : ''}>
          {blocked ?? props.note ?? (value === '' && lastNumber !== null ? labels.recall(lastNumber) : '')}
        </div>
      </div>
      <KeyGrid
        label={labels.keys}
        lit={lit}
        held={props.onVoicemail === undefined ? undefined : { 1: voicemail.key }}
        onKey={pressed}
        onHold={hold}
      />
      <ActionRow
        start={
          props.onVideoCall === undefined || /^\+?$/.test(value.trim()) ? (
            <ActionButton
              key="plus"
              icon={PlusIcon}
              label={labels.plus}
              tone="plain"
              size="small"
              labelled="hidden"
              onPress={() => entry.insert('+')}
            />
          ) : (
            <ActionButton
              key="video"
              icon={VideoIcon}
              label={video.videoCall}
              tone="plain"
              size="small"
              labelled="hidden"
              blocked={blocked !== null}
              onPress={() => props.onVideoCall?.(value.trim())}
            />
          )
        }
        main={
          <ActionButton
            icon={PhoneIcon}
            label={labels.call}
            tone="go"
            size="large"
            blocked={blocked !== null}
            describedBy={hint}
            onPress={call}
          />
        }
        end={
          value !== '' && (
            <ActionButton
              icon={EraseIcon}
              label={labels.erase}
              tone="plain"
              size="small"
              labelled="hidden"
              onPress={entry.erase}
            />
          )
        }
      />
      <Announcer message={spoken} delay={800} />
    </div>
  );

  function hold(key: DialKey): void {
    if (key === '0') entry.insert('+');
    else if (key === '1' && props.onVoicemail !== undefined) props.onVoicemail();
    else pressed(key);
  }
}
