import type { TextMessage } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { errorSentence } from '../error-note/sentences.ts';
import { AlertIcon } from '../icons/icons.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useMessagesLabels } from '../labels/hooks/use-messages-labels.ts';
import { useErrorLabels } from '../error-note/use-error-labels.ts';
import { timeText } from '../list/day-text.ts';

/** Props of {@link TextRow}. */
export interface TextRowProps {
  readonly message: TextMessage;
  /** Whether how far it got is told: of the last one of ours, and of those that failed. */
  readonly told: boolean;
  readonly onResend?: ((message: TextMessage) => void) | undefined;
}

/** One text. What came from the network is shown as text, whatever is in it. */
export function TextRow({ message, told, onResend }: TextRowProps): ReactElement {
  const labels = { ...useErrorLabels(), log: useLogLabels(), messages: useMessagesLabels() };
  const { direction, body, at, status, error } = message;
  const failed = status === 'failed';
  return (
    <li className="hs-text" data-direction={direction} data-failed={failed ? '' : undefined}>
      <p className="hs-text__body" dir="auto">
        {body}
      </p>
      <p className="hs-text__facts">
        <time dateTime={new Date(at).toISOString()}>{timeText(labels.log, at)}</time>
        {status !== 'received' && (told || failed) && (
          <span className="hs-text__status">
            {failed && <AlertIcon aria-hidden focusable={false} className="hs-text__icon" />}
            {labels.messages.status[status]}
          </span>
        )}
        {failed && error !== null && <span>{errorSentence(labels, error).what}</span>}
        {failed && onResend !== undefined && (
          <button type="button" className="hs-text__again" onClick={() => onResend(message)}>
            {labels.messages.again}
          </button>
        )}
      </p>
    </li>
  );
}
