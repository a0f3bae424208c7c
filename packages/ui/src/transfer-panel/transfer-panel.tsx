'use client';

import { type FormEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { cleanNumber } from '../dialpad/clean-number.ts';
import { ErrorNote } from '../error-note/error-note.tsx';
import { CheckIcon, CloseIcon, PhoneForwardedIcon, SpinnerIcon } from '../icons/icons.ts';
import { useLabels } from '../labels/labels-provider.tsx';
import type { ErrorInfo, TransferSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

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
  readonly onTransfer: (target: string) => void;
  /** Goes back to the call. */
  readonly onCancel: () => void;
  readonly className?: string | undefined;
}

/** Hands the call to someone else: whom, how it goes, and the way back while it has not worked. */
export function TransferPanel(props: TransferPanelProps): ReactElement {
  const { name, transfer, pending = false, error = null, onTransfer, onCancel } = props;
  const labels = useLabels().transfer;
  const [target, setTarget] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const help = useId();
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const underWay = pending || (transfer !== null && transfer.state !== 'failed' && transfer.state !== 'accepted');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (underWay) return;
    const wanted = target.trim();
    setMissing(wanted === '');
    if (wanted === '') field.current?.focus();
    else onTransfer(wanted);
  };
  const failed = transfer?.state === 'failed' ? labels.failed(transfer.target, transfer.statusCode) : null;

  return (
    <form aria-label={labels.group} className={classNames('hs-transfer', props.className)} onSubmit={submit} noValidate>
      <label className="hs-transfer__title" htmlFor={`${help}-field`}>
        <bdi>{labels.title(name)}</bdi>
      </label>
      <input
        ref={field}
        id={`${help}-field`}
        className="hs-transfer__field"
        type="text"
        inputMode="tel"
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        placeholder={labels.placeholder}
        aria-invalid={missing || undefined}
        aria-describedby={help}
        readOnly={underWay}
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
      <div id={help} className="hs-transfer__progress" role="status">
        {missing && <Progress tone="end" text={labels.empty} />}
        {!missing && underWay && (
          <Progress tone="info" text={labels[stageOf(transfer)](transfer?.target ?? target.trim())} />
        )}
        {transfer?.state === 'accepted' && <Progress tone="go" text={labels.accepted(transfer.target)} />}
        {!underWay && failed !== null && <Progress tone="end" text={failed} />}
      </div>
      {!underWay && failed === null && error !== null && <ErrorNote error={error} />}
      <div className="hs-transfer__actions">
        <ActionButton icon={CloseIcon} label={labels.cancel} size="small" labelled="inside" onPress={onCancel} />
        <button
          type="submit"
          className="hs-submit"
          aria-disabled={underWay || undefined}
          aria-busy={underWay || undefined}
        >
          <PhoneForwardedIcon aria-hidden className="hs-submit__icon" />
          {failed === null ? labels.start : labels.again}
        </button>
      </div>
    </form>
  );
}

function Progress({ tone, text }: { readonly tone: 'info' | 'go' | 'end'; readonly text: string }): ReactElement {
  const Glyph = { info: SpinnerIcon, go: CheckIcon, end: CloseIcon }[tone];
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
