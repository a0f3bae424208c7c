'use client';

import type { ReactElement } from 'react';
import { partyOf } from '../call/party-text.ts';
import { useDetailsLabels } from '../labels/hooks/use-details-labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link CallDetails}. */
export interface CallDetailsProps {
  readonly session: SessionSnapshot;
  readonly className?: string | undefined;
}

/** The facts about a call, for a column beside it. */
export function CallDetails({ session, className }: CallDetailsProps): ReactElement {
  const labels = { details: useDetailsLabels(), log: useLogLabels() };
  const language = useLanguage();
  const words = labels.details;
  const audio = session.media.audio;
  const sends = audio?.local === 'sendrecv' || audio?.local === 'sendonly';
  const hears = audio?.remote === 'sendrecv' || audio?.remote === 'sendonly';
  const facts: readonly (readonly [string, string])[] = [
    [words.address, partyOf(session).uri],
    [words.direction, session.direction === 'incoming' ? words.incoming : words.outgoing],
    [words.line, session.local.displayName ?? session.local.user],
    [
      words.started,
      new Intl.DateTimeFormat(labels.log.locale, { timeStyle: 'medium' }).format(
        session.answeredAt ?? session.createdAt,
      ),
    ],
    [words.sound, sends && hears ? words.both : sends || hears ? words.oneWay : words.none],
  ];
  return (
    <section aria-label={words.group} {...language} className={classNames('hs-root hs-details', className)}>
      <h2 className="hs-details__title">{words.group}</h2>
      <dl className="hs-details__facts">
        {facts.map(([term, fact]) => (
          <div key={term} className="hs-details__fact">
            <dt className="hs-details__term">{term}</dt>
            <dd className="hs-details__value">
              <bdi>{fact}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
