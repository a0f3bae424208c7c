'use client';

import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ActionRow } from '../button/action-row.tsx';
import { CallLamp } from '../call/call-lamp.tsx';
import { formatDuration } from '../call/format-duration.ts';
import { usePartyText } from '../call/party-names.tsx';
import { nameLength, partyOf } from '../call/party-text.ts';
import { useArmed } from '../call/use-armed.ts';
import { causeSentence } from '../error-note/sentences.ts';
import { AlertIcon, CloseIcon, PhoneForwardedIcon, PhoneIcon } from '../icons/icons.ts';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { useCauseLabels } from '../error-note/use-cause-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';
import { endedBadly } from './ended-look.ts';

/** Props of {@link EndedCallView}. */
export interface EndedCallViewProps {
  /** A session whose phase is `ended`. */
  readonly session: SessionSnapshot;
  readonly onRedial: () => void;
  readonly onDismiss: () => void;
  /** Why calling again is not possible now. */
  readonly blocked?: boolean;
  /** Milliseconds during which Call again ignores presses after it appeared; default 500. */
  readonly arming?: number;
  /** What is left of the call, such as its recordings. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** How a call ended, why in words, how long it was, and the way to call again. */
export function EndedCallView(props: EndedCallViewProps): ReactElement {
  const { session, onRedial, onDismiss, blocked = false } = props;
  const labels = { ...useCauseLabels(), call: useCallLabels() };
  const language = useLanguage();
  const armed = useArmed(props.arming);
  const { name, number } = usePartyText()(partyOf(session));
  const { what, next } =
    session.cause === null ? { what: labels.call.status.ended, next: null } : causeSentence(labels, session.cause);
  const bad = endedBadly(session);
  const transferred = session.cause?.code === 'TRANSFERRED';
  const talked = session.answeredAt !== null && session.endedAt !== null ? session.endedAt - session.answeredAt : null;
  return (
    <section
      tabIndex={-1}
      aria-label={labels.call.region(name)}
      {...language}
      className={classNames('hs-root hs-ended', props.className)}
      data-hs-tone={bad ? 'end' : 'off'}
      data-leaving={transferred ? '' : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDismiss();
      }}
    >
      <div className="hs-ended__who">
        <CallLamp
          mood="ended"
          tone={bad ? 'end' : 'off'}
          {...(bad ? { icon: AlertIcon } : transferred ? { icon: PhoneForwardedIcon } : {})}
        />
        <div>
          <p className="hs-ended__name" data-length={nameLength(name)} title={name}>
            <bdi>{name}</bdi>
          </p>
          {number !== '' && (
            <p className="hs-ended__number">
              <bdi dir="ltr">{number}</bdi>
            </p>
          )}
        </div>
        <div role="status">
          <p className="hs-ended__what">{what}</p>
          {next !== null && <p className="hs-ended__next">{next}</p>}
          {talked !== null && <p className="hs-ended__next">{labels.ended.talked(formatDuration(talked))}</p>}
        </div>
      </div>
      {props.children}
      <ActionRow
        main={
          <ActionButton
            icon={PhoneIcon}
            label={labels.ended.redial}
            tone="go"
            size="large"
            arming={!armed}
            blocked={blocked}
            onPress={onRedial}
          />
        }
        end={
          <ActionButton
            icon={CloseIcon}
            label={labels.ended.dismiss}
            tone="plain"
            size="small"
            labelled="hidden"
            onPress={onDismiss}
          />
        }
      />
    </section>
  );
}
