'use client';

import type { ReactElement } from 'react';
import { PhoneCallIcon } from '../icons/icons.ts';
import { useLampLabels } from '../labels/hooks/use-lamp-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { LampState } from '../labels/people-labels.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link BusyLampButtonView}. */
export interface BusyLampButtonViewProps {
  readonly name: string;
  readonly lamp: LampState;
  /** Whether a press takes the call that rings there. */
  readonly canPickUp?: boolean | undefined;
  readonly onPress: () => void;
  readonly className?: string | undefined;
}

/** A key with a lamp, as desk phones have them; `BusyLampButton` is connected. */
export function BusyLampButtonView(props: BusyLampButtonViewProps): ReactElement {
  const { name, lamp, canPickUp = false, onPress, className } = props;
  const labels = useLampLabels();
  const language = useLanguage();
  const picks = canPickUp && lamp === 'ringing';
  return (
    <button
      type="button"
      {...language}
      className={classNames('hs-root hs-blf', className)}
      data-lamp={lamp}
      title={picks ? labels.pickUp(name) : labels.call(name)}
      onClick={onPress}
    >
      <span aria-hidden className="hs-blf__lamp" />
      <span className="hs-blf__words">
        <bdi className="hs-blf__name">{name}</bdi>{' '}
        <span className="hs-blf__status">{picks ? labels.pickUp(name) : labels.status[lamp]}</span>
      </span>
      {picks && <PhoneCallIcon aria-hidden focusable={false} className="hs-blf__icon" />}
    </button>
  );
}
