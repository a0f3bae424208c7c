'use client';

import type { ReactElement } from 'react';
import { ActionButton, type ActionButtonProps } from '../button/action-button.tsx';
import { PhoneIcon } from '../icons/icons.ts';
import { useDialpadLabels } from '../labels/hooks/use-dialpad-labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link CallButtonView}. */
export interface CallButtonViewProps extends Pick<
  ActionButtonProps,
  'size' | 'labelled' | 'busy' | 'blocked' | 'describedBy' | 'className'
> {
  readonly onPress: () => void;
  /** Whom it calls, where that is not said beside it; becomes part of its name. */
  readonly name?: string | undefined;
}

/** The green button. */
export function CallButtonView({ name, className, ...button }: CallButtonViewProps): ReactElement {
  const labels = { dialpad: useDialpadLabels(), log: useLogLabels() };
  const language = useLanguage();
  return (
    <span {...language} className={classNames('hs-root hs-call-button', className)}>
      <ActionButton
        icon={PhoneIcon}
        label={name === undefined ? labels.dialpad.call : labels.log.call(name)}
        tone="go"
        size="large"
        {...button}
      />
    </span>
  );
}
