'use client';

import type { ReactElement, ReactNode } from 'react';
import { CallLamp } from '../call/call-lamp.tsx';
import { callMood, type CallMood } from '../call/call-mood.ts';
import { CallTimer } from '../call/call-timer.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { UsersIcon } from '../icons/icons.ts';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import { useListLabels } from '../labels/hooks/use-list-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link CallListView}. */
export interface CallListViewProps {
  readonly sessions: readonly SessionSnapshot[];
  /** The one on the screen. */
  readonly currentId: string | null;
  /** Calls that are one line together, and since when. */
  readonly conference?: { readonly sessionIds: readonly string[]; readonly since: number | null } | undefined;
  /** Said of a call beside its name, such as the account it goes over. */
  readonly noteOf?: ((session: SessionSnapshot) => string | null) | undefined;
  /** Shown beside its state, such as the sign of a recording. */
  readonly signOf?: ((session: SessionSnapshot) => ReactNode) | undefined;
  readonly onSelect: (id: string) => void;
  readonly className?: string | undefined;
}

/** The lines of the phone: each call with its lamp, its name and what it does. Pressing one brings it to the front. */
export function CallListView(props: CallListViewProps): ReactElement {
  const {
    sessions,
    currentId,
    conference = { sessionIds: [], since: null },
    noteOf,
    signOf,
    onSelect,
    className,
  } = props;
  const labels = { conference: useConferenceLabels(), list: useListLabels() };
  const language = useLanguage();
  const textOf = usePartyText();
  const together = sessions.filter(({ id }) => conference.sessionIds.includes(id));
  const held = together.length > 0 && together.every(({ hold }) => hold.local);
  return (
    <ul aria-label={labels.list.group} {...language} className={classNames('hs-root hs-lines', className)}>
      {sessions.map((session) => {
        const grouped = together.includes(session);
        if (grouped && session !== together[0]) return null;
        const shown = grouped ? together.map(({ id }) => id) : [session.id];
        const note = noteOf?.(session) ?? null;
        return (
          <Line
            key={session.id}
            name={grouped ? labels.conference.title(together.length) : textOf(partyOf(session)).name}
            note={note}
            sign={signOf !== undefined && (grouped ? together : [session]).map((each) => signOf(each))}
            mood={grouped ? (held ? 'held' : 'talking') : callMood(session)}
            since={grouped ? conference.since : session.answeredAt}
            lamp={grouped ? <CallLamp mood={held ? 'held' : 'talking'} size="small" icon={UsersIcon} /> : undefined}
            current={currentId !== null && shown.includes(currentId)}
            onSelect={() => onSelect(session.id)}
          />
        );
      })}
    </ul>
  );
}

interface LineProps {
  readonly name: string;
  readonly note: string | null;
  readonly sign: ReactNode;
  readonly mood: CallMood;
  readonly since: number | null;
  readonly lamp: ReactNode;
  readonly current: boolean;
  readonly onSelect: () => void;
}

function Line({ name, note, sign, mood, since, lamp, current, onSelect }: LineProps): ReactElement {
  const list = useListLabels();
  const call = useCallLabels();
  return (
    <li className="hs-lines__item">
      <button
        type="button"
        className="hs-line"
        aria-current={current ? 'true' : undefined}
        title={current ? name : list.switchTo(name)}
        onClick={onSelect}
      >
        {lamp ?? <CallLamp mood={mood} size="small" />}
        <span className="hs-line__name">
          <bdi>{name}</bdi>
          {note !== null && <bdi className="hs-line__note">{note}</bdi>}
        </span>
        <span className="hs-line__status">
          {since === null || mood === 'ended' ? null : <CallTimer since={since} />}
          {mood !== 'talking' && <span>{call.status[mood]}</span>}
          {sign}
        </span>
      </button>
    </li>
  );
}
