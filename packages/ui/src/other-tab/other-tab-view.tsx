'use client';

import type { TabAct } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { ActionButton } from '../button/action-button.tsx';
import { CallLamp } from '../call/call-lamp.tsx';
import { callMood } from '../call/call-mood.ts';
import { CallTimer } from '../call/call-timer.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { PhoneForwardedIcon, PhoneIcon } from '../icons/icons.ts';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';
import { useIncomingLabels } from '../labels/hooks/use-incoming-labels.ts';
import { useRecoveryLabels } from '../labels/hooks/use-recovery-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { SessionSnapshot, UASnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link OtherTabView}. */
export interface OtherTabViewProps {
  /** The phone, as the other tab tells. */
  readonly phone: Pick<UASnapshot, 'sessions'>;
  readonly onAct: (act: TabAct) => void;
  readonly className?: string | undefined;
}

/** Says that the phone is in another tab, and shows the calls it has there, to answer and end them from here. */
export function OtherTabView({ phone, onAct, className }: OtherTabViewProps): ReactElement {
  const words = useRecoveryLabels();
  const language = useLanguage();
  const calls = phone.sessions.filter(({ phase }) => phase !== 'ended');
  const { what, next } = words.elsewhere;
  return (
    <div {...language} className={classNames('hs-root hs-elsewhere', className)} data-hs-tone="info">
      <div className="hs-banner" data-hs-tone="info">
        <PhoneForwardedIcon aria-hidden className="hs-banner__icon" />
        <p className="hs-banner__text">
          <strong className="hs-banner__what">{what}</strong>
          <span>{next}</span>
        </p>
      </div>
      {calls.length > 0 && (
        <ul className="hs-elsewhere__calls">
          {calls.map((session) => (
            <CallThere key={session.id} session={session} onAct={onAct} />
          ))}
        </ul>
      )}
      <Announcer message={what} />
    </div>
  );
}

interface CallThereProps {
  readonly session: SessionSnapshot;
  readonly onAct: (act: TabAct) => void;
}

function CallThere({ session, onAct }: CallThereProps): ReactElement {
  const labels = { call: useCallLabels(), controls: useControlsLabels(), incoming: useIncomingLabels() };
  const { name, number } = usePartyText()(partyOf(session));
  const mood = callMood(session);
  const rings = mood === 'incoming';
  return (
    <li className="hs-elsewhere__call">
      <CallLamp mood={mood} size="small" />
      <span className="hs-elsewhere__who">
        <bdi>{name}</bdi>
        <span className="hs-elsewhere__status">
          {labels.call.status[mood]} {session.answeredAt !== null && <CallTimer since={session.answeredAt} />}
        </span>
      </span>
      {rings && (
        <ActionButton
          icon={PhoneIcon}
          label={labels.incoming.answer}
          description={name}
          tone="go"
          size="small"
          labelled="hidden"
          onPress={() => onAct({ name: 'answer', session: session.id })}
        />
      )}
      <ActionButton
        icon={PhoneIcon}
        label={rings ? labels.incoming.decline : labels.controls.hangUp}
        description={name}
        tone="end"
        size="small"
        labelled="hidden"
        turned
        blocked={mood === 'ending'}
        onPress={() => onAct({ name: 'hangUp', session: session.id })}
      />
      {rings && <Announcer urgent message={labels.incoming.alert(name, number)} />}
    </li>
  );
}
