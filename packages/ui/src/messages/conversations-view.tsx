'use client';

import { type ReactElement, useState } from 'react';
import type { PartyText } from '../call/party-text.ts';
import { WriteIcon } from '../icons/icons.ts';
import { useEndedLabels } from '../labels/hooks/use-ended-labels.ts';
import { useHistoryLabels } from '../labels/hooks/use-history-labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useMessagesLabels } from '../labels/hooks/use-messages-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { dayText, isToday, timeText } from '../list/day-text.ts';
import { EmptyNote } from '../list/empty-note.tsx';
import { midnightOf } from '../list/group-by-day.ts';
import { UndoStrip } from '../list/undo-strip.tsx';
import { useGrowingList } from '../list/use-growing-list.ts';
import { WordButton } from '../list/word-button.tsx';
import { classNames } from '../theme/class-names.ts';
import type { Conversation } from './conversation.ts';
import { NewMessage, type Writable } from './new-message.tsx';

/** Props of {@link ConversationsView}. */
export interface ConversationsViewProps {
  /** The latest first. */
  readonly conversations: readonly Conversation[];
  /** How to write the other end of one. */
  readonly textOf: (peer: string) => PartyText;
  readonly onOpen: (target: string) => void;
  /** People to write to, to choose from. */
  readonly people?: readonly Writable[] | undefined;
  /** What was deleted and can be had back, in words. */
  readonly removed?: string | null | undefined;
  readonly onUndo?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** Whom texts were exchanged with, and the way to write to somebody else. Keeps nothing itself. */
export function ConversationsView(props: ConversationsViewProps): ReactElement {
  const { conversations, textOf, onOpen, people = [], removed = null } = props;
  const labels = useMessagesLabels();
  const log = useLogLabels();
  const history = useHistoryLabels();
  const ended = useEndedLabels();
  const language = useLanguage();
  const [writing, setWriting] = useState(false);
  const { shown, end } = useGrowingList(conversations, '');
  return (
    <section
      tabIndex={-1}
      aria-label={labels.group}
      {...language}
      className={classNames('hs-root hs-list-page hs-conversations', props.className)}
    >
      <div className="hs-list-page__head">
        {writing ? (
          <NewMessage people={people} onStart={onOpen} onCancel={() => setWriting(false)} />
        ) : (
          <WordButton icon={WriteIcon} label={labels.create} onPress={() => setWriting(true)} />
        )}
      </div>
      {conversations.length === 0 && !writing && <EmptyNote title={labels.empty} hint={labels.emptyHint} />}
      <ul className="hs-rows">
        {shown.map(({ peer, last, unread }) => {
          const { name } = textOf(peer);
          const today = isToday(last.at);
          return (
            <li key={peer} className="hs-row" data-strong={unread > 0 ? '' : undefined}>
              <button type="button" className="hs-row__main hs-conversation" onClick={() => onOpen(peer)}>
                <span className="hs-row__words">
                  <bdi className="hs-row__name">{name}</bdi>
                  <bdi className="hs-conversation__last">
                    {last.direction === 'outgoing' ? labels.you(last.body.slice(0, 200)) : last.body.slice(0, 200)}
                  </bdi>
                </span>
                <span className="hs-conversation__end">
                  <time className="hs-row__end" dateTime={new Date(last.at).toISOString()}>
                    {today ? timeText(log, last.at) : dayText(log, midnightOf(last.at))}
                  </time>
                  {unread > 0 && (
                    <span className="hs-conversation__unread">
                      <span aria-hidden>{unread}</span>
                      <span className="hs-hidden">{labels.unread(unread)}</span>
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {end !== null && <div ref={end} />}
      <UndoStrip
        text={removed}
        undo={history.undo}
        dismiss={ended.dismiss}
        onUndo={() => props.onUndo?.()}
        onDismiss={() => props.onDismiss?.()}
      />
    </section>
  );
}
