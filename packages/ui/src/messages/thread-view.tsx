'use client';

import type { TextMessage } from '@hookswitch/react-sip';
import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ArrowLeftIcon, PhoneIcon, TrashIcon } from '../icons/icons.ts';
import { useContactsLabels } from '../labels/hooks/use-contacts-labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useMessagesLabels } from '../labels/hooks/use-messages-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { dayText } from '../list/day-text.ts';
import { groupByDay } from '../list/group-by-day.ts';
import { useStayAtEnd } from '../list/use-stay-at-end.ts';
import { classNames } from '../theme/class-names.ts';
import { Composer } from './composer.tsx';
import { TextRow } from './text-row.tsx';

/** How many texts are drawn at first, and how many more at the top. */
const step = 80;
/** Pixels from the end at which somebody still reads the end. */
const nearEnd = 80;

/** Props of {@link ThreadView}. */
export interface ThreadViewProps {
  /** The other end. */
  readonly name: string;
  /** Oldest first. */
  readonly messages: readonly TextMessage[];
  /** Whether the other end writes. */
  readonly composing?: boolean | undefined;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly onResend?: ((message: TextMessage) => void) | undefined;
  readonly onBack?: (() => void) | undefined;
  readonly onCall?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** Why nothing can be sent now, in words. */
  readonly blocked?: string | null | undefined;
  readonly className?: string | undefined;
}

/** The texts with somebody, and where to write the next. Keeps nothing itself; `Messages` is connected. */
export function ThreadView(props: ThreadViewProps): ReactElement {
  const { name, messages, composing = false, draft, onDraft, onSend, onBack, onCall, onRemove } = props;
  const labels = useMessagesLabels();
  const log = useLogLabels();
  const contacts = useContactsLabels();
  const language = useLanguage();
  const texts = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [count, setCount] = useState(step);
  const last = messages.at(-1);
  useLayoutEffect(() => {
    const { current } = texts;
    if (current !== null && (atEnd.current || last?.direction === 'outgoing')) current.scrollTop = current.scrollHeight;
  }, [last, composing]);
  useStayAtEnd(texts, atEnd);
  const ours = messages.filter(({ direction }) => direction === 'outgoing').at(-1);

  return (
    <section
      tabIndex={-1}
      aria-label={labels.thread(name)}
      {...language}
      className={classNames('hs-root hs-thread', props.className)}
    >
      <header className="hs-thread__head">
        {onBack !== undefined && (
          <ActionButton
            icon={ArrowLeftIcon}
            label={labels.back}
            tone="plain"
            size="small"
            labelled="hidden"
            mirrored
            onPress={onBack}
          />
        )}
        <h3 className="hs-thread__name">
          <bdi>{name}</bdi>
        </h3>
        {onRemove !== undefined && messages.length > 0 && (
          <ActionButton
            icon={TrashIcon}
            label={labels.remove}
            tone="plain"
            size="small"
            labelled="hidden"
            onPress={onRemove}
          />
        )}
        {onCall !== undefined && (
          <ActionButton
            icon={PhoneIcon}
            label={contacts.call(name)}
            tone="plain"
            size="small"
            labelled="hidden"
            onPress={onCall}
          />
        )}
      </header>
      <div
        ref={texts}
        role="log"
        tabIndex={0}
        aria-label={labels.thread(name)}
        className="hs-thread__texts"
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < nearEnd;
          if (scrollTop < nearEnd && count < messages.length) setCount(count + step);
        }}
      >
        <div>
          {groupByDay(messages.slice(-count), ({ at }) => at).map(({ midnight, items }) => (
            <section key={midnight} aria-label={dayText(log, midnight)}>
              <h4 className="hs-thread__day">{dayText(log, midnight)}</h4>
              <ul className="hs-thread__list">
                {items.map((message) => (
                  <TextRow key={message.id} message={message} told={message === ours} onResend={props.onResend} />
                ))}
              </ul>
            </section>
          ))}
          {composing && (
            <p className="hs-thread__composing">
              <bdi>{labels.composing(name)}</bdi>
            </p>
          )}
        </div>
      </div>
      <Composer
        name={name}
        value={draft}
        onChange={onDraft}
        onSend={onSend}
        blocked={props.blocked}
        autoFocus={messages.length === 0}
      />
    </section>
  );
}
