'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CallLamp } from '../call/call-lamp.tsx';
import { callMood } from '../call/call-mood.ts';
import { CallTimer } from '../call/call-timer.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { ArrowLeftIcon, MergeIcon, PhoneForwardedIcon, SwapIcon } from '../icons/icons.ts';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { useConsultationLabels } from '../labels/hooks/use-consultation-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { ErrorInfo, SessionSnapshot } from '../snapshots.ts';
import { ProgressLine } from '../target-entry/progress-line.tsx';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link ConsultationBarView}. */
export interface ConsultationBarViewProps {
  /** The call that is to be transferred. */
  readonly waiting: SessionSnapshot;
  /** The call with the one who is asked. */
  readonly asked: SessionSnapshot;
  /** The two are being connected. */
  readonly completing?: boolean;
  /** Why connecting them came to nothing. */
  readonly error?: ErrorInfo | null;
  readonly onSwap: () => void;
  readonly onMerge: () => void;
  readonly onComplete: () => void;
  readonly onCancel: () => void;
  readonly className?: string | undefined;
}

/** Both people of a transfer that is being talked over, and the four ways on from there. */
export function ConsultationBarView(props: ConsultationBarViewProps): ReactElement {
  const { waiting, asked, completing = false, error = null } = props;
  const labels = useConsultationLabels();
  const textOf = usePartyText();
  const name = (session: SessionSnapshot): string => textOf(partyOf(session)).name;
  const talking = asked.phase === 'established';
  const rest = completing && talking;
  return (
    <section
      aria-label={labels.group}
      {...useLanguage()}
      className={classNames('hs-root hs-consultation', props.className)}
    >
      <div className="hs-consultation__people">
        <Person session={waiting} name={name(waiting)} />
        <Person session={asked} name={name(asked)} />
      </div>
      <ActionButton
        className="hs-consultation__swap"
        icon={SwapIcon}
        label={labels.swap}
        size="small"
        labelled="hidden"
        blocked={!talking || completing}
        onPress={props.onSwap}
      />
      <div className="hs-consultation__news" role="status">
        {completing && (
          <ProgressLine tone="info" text={talking ? labels.completing : labels.completesOnAnswer(name(asked))} />
        )}
        {!completing && error !== null && <ProgressLine tone="end" text={labels.failed} />}
      </div>
      <div className="hs-consultation__actions">
        <ActionButton
          icon={ArrowLeftIcon}
          mirrored
          label={labels.back}
          description={labels.cancel(name(waiting))}
          size="small"
          labelled="inside"
          blocked={rest}
          onPress={props.onCancel}
        />
        <ActionButton
          icon={MergeIcon}
          label={labels.merge}
          size="small"
          labelled="inside"
          blocked={!talking || completing}
          onPress={props.onMerge}
        />
        <button
          type="button"
          className="hs-submit"
          aria-disabled={completing || undefined}
          aria-busy={completing || undefined}
          onClick={() => {
            if (!completing) props.onComplete();
          }}
        >
          <PhoneForwardedIcon aria-hidden className="hs-submit__icon" data-mirrored="" />
          {labels.complete}
        </button>
      </div>
    </section>
  );
}

function Person({ session, name }: { readonly session: SessionSnapshot; readonly name: string }): ReactElement {
  const { status } = useCallLabels();
  const mood = callMood(session);
  return (
    <p className="hs-consultation__person" data-mood={mood}>
      <CallLamp mood={mood} size="small" />
      <bdi className="hs-consultation__name" title={name}>
        {name}
      </bdi>
      <span className="hs-consultation__status">
        {mood === 'talking' && session.answeredAt !== null ? <CallTimer since={session.answeredAt} /> : status[mood]}
      </span>
    </p>
  );
}
