'use client';

import { type ReactElement, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { cleanNumber } from '../dialpad/clean-number.ts';
import { ErrorNote } from '../error-note/error-note.tsx';
import { AlertIcon, ArrowLeftIcon, CheckIcon, CloseIcon, PhoneForwardedIcon, SpinnerIcon } from '../icons/icons.ts';
import { useLabels } from '../labels/labels-provider.tsx';
import type { ErrorInfo, TransferSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

/** Somebody a call may go to. */
export interface TransferSuggestion {
  /** A number or an address. */
  readonly target: string;
  readonly name: string;
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
  /** Goes back to the call. */
  readonly onCancel: () => void;
  readonly className?: string | undefined;
}

/** Hands the call to someone else: whom, how it goes, and the way back while it has not worked. */
export function TransferPanel(props: TransferPanelProps): ReactElement {
  const { name, transfer, pending = false, error = null, suggestions = [], onTransfer, onCancel } = props;
  const labels = useLabels().transfer;
  const [target, setTarget] = useState(transfer?.target ?? '');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const failed = transfer?.state === 'failed';
  const accepted = transfer?.state === 'accepted';
  const underWay = pending || (transfer !== null && !failed && !accepted);
  const busy = underWay || accepted;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (busy) return;
    const wanted = target.trim();
    setMissing(wanted === '');
    if (wanted === '') field.current?.focus();
    else onTransfer(wanted);
  };
  const choose = (chosen: string): void => {
    setTarget(chosen);
    setMissing(false);
    field.current?.focus();
  };

  return (
    <form
      aria-label={labels.group}
      className={classNames('hs-transfer', props.className)}
      data-busy={busy ? '' : undefined}
      onSubmit={submit}
      noValidate
    >
      <label className="hs-transfer__title" htmlFor={`${id}-field`}>
        <bdi>{labels.title(name)}</bdi>
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        className="hs-transfer__field"
        type="text"
        inputMode="tel"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        placeholder={labels.placeholder}
        aria-invalid={missing || undefined}
        aria-describedby={`${id}-progress`}
        readOnly={busy}
        value={target}
        onChange={(event) => {
          setTarget(event.target.value);
          setMissing(false);
        }}
        onPaste={(event) => {
          event.preventDefault();
          const { selectionStart, selectionEnd, value } = event.currentTarget;
          const pasted = cleanNumber(event.clipboardData.getData('text'));
          setTarget(value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length));
        }}
      />
      <div id={`${id}-progress`} className="hs-transfer__progress" role="status">
        {missing && <Progress tone="end" text={labels.empty} />}
        {underWay && <Progress tone="info" text={labels[stageOf(transfer)](transfer?.target ?? target.trim())} />}
        {accepted && <Progress tone="go" text={labels.accepted(transfer.target)} />}
        {failed && !underWay && !missing && (
          <Progress tone="end" text={labels.failed(transfer.target, transfer.statusCode)} />
        )}
      </div>
      {!underWay && !failed && error !== null && <ErrorNote error={error} />}
      {suggestions.length > 0 && !busy && (
        <ul className="hs-transfer__people" aria-label={labels.suggestions}>
          {suggestions.map((person) => (
            <li key={person.target}>
              <button type="button" className="hs-transfer__person" onClick={() => choose(person.target)}>
                <bdi className="hs-transfer__name">{person.name}</bdi>
                {person.name !== person.target && <bdi dir="ltr">{person.target}</bdi>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="hs-transfer__actions">
        <ActionButton
          icon={busy ? ArrowLeftIcon : CloseIcon}
          mirrored={busy}
          label={busy ? labels.back : labels.cancel}
          size="small"
          labelled="inside"
          onPress={onCancel}
        />
        <button type="submit" className="hs-submit" aria-disabled={busy || undefined} aria-busy={underWay || undefined}>
          <PhoneForwardedIcon aria-hidden className="hs-submit__icon" />
          {failed ? labels.again : labels.start}
        </button>
      </div>
    </form>
  );
}

function Progress({ tone, text }: { readonly tone: 'info' | 'go' | 'end'; readonly text: string }): ReactElement {
  const Glyph = { info: SpinnerIcon, go: CheckIcon, end: AlertIcon }[tone];
  return (
    <p className="hs-transfer__line" data-hs-tone={tone}>
      <Glyph aria-hidden className="hs-transfer__icon" data-turning={tone === 'info' ? '' : undefined} />
      <bdi>{text}</bdi>
    </p>
  );
}

function stageOf(transfer: TransferSnapshot | null): 'requested' | 'trying' | 'ringing' {
  return transfer?.state === 'trying' || transfer?.state === 'ringing' ? transfer.state : 'requested';
}
