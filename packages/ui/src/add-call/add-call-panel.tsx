'use client';

import { type ReactElement, type SyntheticEvent, useId } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { CloseIcon, MergeIcon, PhoneIcon } from '../icons/icons.ts';
import { useAddCallLabels } from '../labels/hooks/use-add-call-labels.ts';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import { useConsultationLabels } from '../labels/hooks/use-consultation-labels.ts';
import type { ErrorInfo } from '../snapshots.ts';
import { ProgressLine } from '../target-entry/progress-line.tsx';
import { TargetField } from '../target-entry/target-field.tsx';
import { TargetLines } from '../target-entry/target-lines.tsx';
import { TargetPeople, type TransferSuggestion } from '../target-entry/target-people.tsx';
import { useTargetEntry } from '../target-entry/use-target-entry.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link AddCallPanel}. */
export interface AddCallPanelProps {
  /** Who is on the line now, and will wait. */
  readonly name: string;
  /** The present call is going on hold, or the new one is being placed. */
  readonly pending?: boolean;
  /** Why the call could not be placed. */
  readonly error?: ErrorInfo | null;
  /** People to choose from with one press; pressing one fills the field. */
  readonly suggestions?: readonly TransferSuggestion[] | undefined;
  /** Our other calls, to join with this one. */
  readonly lines?: readonly { readonly id: string; readonly name: string }[] | undefined;
  /** Joins this call with another of ours. */
  readonly onMerge?: ((id: string) => void) | undefined;
  readonly onCall: (target: string) => void;
  /** Goes back to the call. */
  readonly onCancel: () => void;
  readonly className?: string | undefined;
}

/** Calls somebody else while the present call waits. */
export function AddCallPanel(props: AddCallPanelProps): ReactElement {
  const { name, pending = false, error = null, suggestions = [], lines = [], onMerge } = props;
  const { onCall, onCancel } = props;
  const labels = useAddCallLabels();
  const conference = useConferenceLabels();
  const consultation = useConsultationLabels();
  const entry = useTargetEntry();
  const id = useId();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const target = pending ? null : entry.take();
    if (target !== null) onCall(target);
  };
  return (
    <form
      aria-label={labels.group}
      className={classNames('hs-root hs-target', props.className)}
      onSubmit={submit}
      noValidate
    >
      <TargetField
        id={`${id}-field`}
        entry={entry}
        title={labels.title}
        placeholder={labels.placeholder}
        readOnly={pending}
        describedBy={`${id}-note`}
      />
      <div id={`${id}-note`} className="hs-target__progress" role="status">
        {entry.missing ? (
          <ProgressLine tone="end" text={labels.empty} />
        ) : (
          <p className="hs-progress hs-progress--plain">
            <bdi>{labels.waits(name)}</bdi>
          </p>
        )}
      </div>
      {!pending && error !== null && <ErrorNote error={error} />}
      {!pending && onMerge !== undefined && (
        <TargetLines
          label={consultation.lines}
          lines={lines}
          words={conference.mergeWith}
          icon={MergeIcon}
          onChoose={onMerge}
        />
      )}
      {!pending && <TargetPeople label={labels.suggestions} people={suggestions} onChoose={entry.choose} />}
      <div className="hs-target__actions">
        <ActionButton icon={CloseIcon} label={labels.cancel} size="small" labelled="inside" onPress={onCancel} />
        <button
          type="submit"
          className="hs-submit"
          data-hs-tone="go"
          aria-disabled={pending || undefined}
          aria-busy={pending || undefined}
        >
          <PhoneIcon aria-hidden className="hs-submit__icon" />
          {labels.call}
        </button>
      </div>
    </form>
  );
}
