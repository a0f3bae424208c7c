'use client';

import { type ReactElement, type SyntheticEvent, useId } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { ArrowLeftIcon, CloseIcon, PhoneForwardedIcon, PhoneIcon } from '../icons/icons.ts';
import { useConsultationLabels } from '../labels/hooks/use-consultation-labels.ts';
import { useTransferLabels } from '../labels/hooks/use-transfer-labels.ts';
import type { ErrorInfo, TransferSnapshot } from '../snapshots.ts';
import { ProgressLine } from '../target-entry/progress-line.tsx';
import { TargetField } from '../target-entry/target-field.tsx';
import { TargetLines } from '../target-entry/target-lines.tsx';
import { TargetPeople, type TransferSuggestion } from '../target-entry/target-people.tsx';
import { useTargetEntry } from '../target-entry/use-target-entry.ts';
import { classNames } from '../theme/class-names.ts';

export type { TransferSuggestion };

/** Another call of ours. */
export interface TransferLine {
  readonly id: string;
  readonly name: string;
  /** A conference, which can be joined but not transferred to. */
  readonly conference?: boolean;
}

/** Props of {@link TransferPanel}. */
export interface TransferPanelProps {
  /** Who is being transferred. */
  readonly name: string;
  /** The transfer as the far end reports it. */
  readonly transfer: TransferSnapshot | null;
  /** The transfer was asked for and has not been answered. */
  readonly pending?: boolean;
  /** Why it could not even be asked for. */
  readonly error?: ErrorInfo | null;
  /** People to choose from with one press; pressing one fills the field. */
  readonly suggestions?: readonly TransferSuggestion[] | undefined;
  readonly onTransfer: (target: string) => void;
  /** Calls somebody to ask them first; without it that is not offered. */
  readonly onConsult?: ((target: string) => void) | undefined;
  /** Our other calls, to connect this one with. */
  readonly lines?: readonly TransferLine[] | undefined;
  /** Connects this call with another of ours. */
  readonly onLine?: ((id: string) => void) | undefined;
  /** Goes back to the call. */
  readonly onCancel: () => void;
  readonly className?: string | undefined;
}

/** Hands the call to someone else: whom, how it goes, and the way back while it has not worked. */
export function TransferPanel(props: TransferPanelProps): ReactElement {
  const { name, transfer, pending = false, error = null, suggestions = [], lines = [] } = props;
  const { onTransfer, onConsult, onLine, onCancel } = props;
  const labels = useTransferLabels();
  const words = useConsultationLabels();
  const entry = useTargetEntry(transfer?.target);
  const id = useId();

  const failed = transfer?.state === 'failed';
  const accepted = transfer?.state === 'accepted';
  const underWay = pending || (transfer !== null && !failed && !accepted);
  const busy = underWay || accepted;
  const take = (act: ((target: string) => void) | undefined): void => {
    const target = busy ? null : entry.take();
    if (target !== null) act?.(target);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    take(onTransfer);
  };

  return (
    <form
      aria-label={labels.group}
      className={classNames('hs-root hs-target', props.className)}
      data-busy={busy ? '' : undefined}
      onSubmit={submit}
      noValidate
    >
      <TargetField
        id={`${id}-field`}
        entry={entry}
        title={labels.title(name)}
        placeholder={labels.placeholder}
        readOnly={busy}
        describedBy={`${id}-progress`}
      />
      <div id={`${id}-progress`} className="hs-target__progress" role="status">
        {entry.missing && <ProgressLine tone="end" text={labels.empty} />}
        {underWay && (
          <ProgressLine tone="info" text={labels[stageOf(transfer)](transfer?.target ?? entry.value.trim())} />
        )}
        {accepted && <ProgressLine tone="go" text={labels.accepted(transfer.target)} />}
        {failed && !underWay && !entry.missing && (
          <ProgressLine tone="end" text={labels.failed(transfer.target, transfer.statusCode)} />
        )}
      </div>
      {!underWay && !failed && error !== null && <ErrorNote error={error} />}
      {!busy && onLine !== undefined && <TargetLines label={words.lines} lines={lines} onChoose={onLine} />}
      {!busy && <TargetPeople label={labels.suggestions} people={suggestions} onChoose={entry.choose} />}
      <div className="hs-target__actions">
        <ActionButton
          icon={busy ? ArrowLeftIcon : CloseIcon}
          mirrored={busy}
          label={busy ? labels.back : labels.cancel}
          size="small"
          labelled="inside"
          onPress={onCancel}
        />
        {onConsult !== undefined && !busy && (
          <button type="button" className="hs-submit hs-submit--second" onClick={() => take(onConsult)}>
            <PhoneIcon aria-hidden className="hs-submit__icon" />
            {words.start}
          </button>
        )}
        <button type="submit" className="hs-submit" aria-disabled={busy || undefined} aria-busy={underWay || undefined}>
          <PhoneForwardedIcon aria-hidden className="hs-submit__icon" data-mirrored="" />
          {failed ? labels.again : labels.start}
        </button>
      </div>
    </form>
  );
}

function stageOf(transfer: TransferSnapshot | null): 'requested' | 'trying' | 'ringing' {
  return transfer?.state === 'trying' || transfer?.state === 'ringing' ? transfer.state : 'requested';
}
