'use client';

import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CallLamp } from '../call/call-lamp.tsx';
import { callMood } from '../call/call-mood.ts';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { MicOffIcon, PhoneIcon, UserMinusIcon } from '../icons/icons.ts';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import type { SessionSnapshot } from '../snapshots.ts';

/** Props of {@link ParticipantRow}. */
export interface ParticipantRowProps {
  readonly session: SessionSnapshot;
  readonly silenced: boolean;
  /** Shows how loud they are. */
  readonly level?: ReactNode;
  readonly onSilence: (silent: boolean) => void;
  readonly onRemove: () => void;
  readonly onHangUp: () => void;
}

/** One of a conference: who, how they are, and what can be done with them alone. */
export function ParticipantRow(props: ParticipantRowProps): ReactElement {
  const { session, silenced, level } = props;
  const labels = useConferenceLabels();
  const call = useCallLabels();
  const { name } = usePartyText()(partyOf(session));
  const mood = callMood(session);
  const words = mood === 'talking' ? (silenced ? labels.silenced : '') : call.status[mood];
  return (
    <li className="hs-member">
      <span className="hs-member__lamp">
        {level}
        <CallLamp mood={mood} size="small" {...(silenced ? { tone: 'off', icon: MicOffIcon } : {})} />
      </span>
      <p className="hs-member__who">
        <bdi className="hs-member__name" title={name}>
          {name}
        </bdi>
        {words !== '' && <span className="hs-member__status">{words}</span>}
      </p>
      <ActionButton
        icon={MicOffIcon}
        label={labels.silence(name)}
        pressed={silenced}
        tone="plain"
        size="small"
        labelled="hidden"
        onPress={() => props.onSilence(!silenced)}
      />
      <ActionButton
        icon={UserMinusIcon}
        label={labels.remove(name)}
        tone="plain"
        size="small"
        labelled="hidden"
        blocked={session.phase !== 'established'}
        onPress={props.onRemove}
      />
      <ActionButton
        className="hs-member__end"
        icon={PhoneIcon}
        label={labels.hangUp(name)}
        tone="plain"
        size="small"
        labelled="hidden"
        turned
        busy={session.phase === 'ending'}
        onPress={props.onHangUp}
      />
    </li>
  );
}
