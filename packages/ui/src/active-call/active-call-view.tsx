'use client';

import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ActionRow } from '../button/action-row.tsx';
import { type CallActions, start } from '../call/call-actions.ts';
import { CallHeading } from '../call/call-heading.tsx';
import { callMood } from '../call/call-mood.ts';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf, targetText } from '../call/party-text.ts';
import { CallControls, type CallControlsMore, type CallPanel } from '../call-controls/call-controls.tsx';
import { HangUpButton } from '../call-controls/hang-up-button.tsx';
import { MoreButton } from '../call-controls/more-button.tsx';
import { MuteButton } from '../call-controls/mute-button.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { ArrowLeftIcon, HeadphonesIcon, MergeIcon, MicOffIcon } from '../icons/icons.ts';
import { InCallKeypad } from '../in-call-keypad/in-call-keypad.tsx';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import { useControlsLabels } from '../labels/hooks/use-controls-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { callParts, LazyAddCallPanel, LazyFarEndNote, LazyTransferPanel } from '../lazy/parts.ts';
import { usePreload } from '../lazy/use-preload.ts';
import type { ErrorInfo, SessionSnapshot } from '../snapshots.ts';
import type { DialKey } from '../dialpad/dial-keys.ts';
import { classNames } from '../theme/class-names.ts';
import type { TransferLine, TransferSuggestion } from '../transfer-panel/transfer-panel.tsx';

/** Props of {@link ActiveCallView}. */
export interface ActiveCallViewProps {
  readonly session: SessionSnapshot;
  readonly actions: CallActions;
  /** The panel that is open at first; default none. */
  readonly initialPanel?: CallPanel | null;
  /** Told of each key of the keypad, to sound its tone. */
  readonly onKeyTone?: ((key: DialKey) => void) | undefined;
  /** People offered when the call is transferred. */
  readonly suggestions?: readonly TransferSuggestion[] | undefined;
  /** Our other calls, which this one can be connected or joined with. */
  readonly lines?: readonly TransferLine[] | undefined;
  /** How the call that is being added goes. */
  readonly adding?: { readonly pending: boolean; readonly error: ErrorInfo | null } | undefined;
  /** The second row of the controls. */
  readonly more?: CallControlsMore | undefined;
  /** What is wrong with the sound, below the heading. */
  readonly quality?: ReactNode;
  /** The pictures of the call, in place of the large heading. */
  readonly stage?: ReactNode;
  /** Beside the state of the line, such as the sign of a recording. */
  readonly sign?: ReactNode;
  /** The panel of devices; its button is there when this is. */
  readonly devices?: ReactNode;
  readonly className?: string | undefined;
}

/** A call on the screen: who, what the line does, what can be done, and the way to end it. Draws one snapshot. */
export function ActiveCallView(props: ActiveCallViewProps): ReactElement {
  const { session, actions, initialPanel = null, onKeyTone, suggestions, lines = [], adding, className } = props;
  const labels = {
    call: useCallLabels(),
    conference: useConferenceLabels(),
    controls: useControlsLabels(),
  };
  const language = useLanguage();
  const root = useRef<HTMLElement>(null);
  usePreload(callParts);
  const [panel, setPanel] = useState(initialPanel);
  const [row, setRow] = useState<'first' | 'second'>('first');
  const { name } = usePartyText()(partyOf(session));
  const usable =
    session.phase === 'established' ||
    (session.phase === 'early' && panel === 'keypad') ||
    (session.phase !== 'ending' && panel === 'devices');
  const open = usable ? panel : null;
  const focusAfter = usePanelFocus(root, open);

  const [only, further] = lines;
  const merge = given(actions.mergeWith);
  const onMerge = merge === undefined || only === undefined || further !== undefined ? undefined : () => merge(only.id);

  const more: CallControlsMore = {
    devices: props.devices !== undefined && (
      <ActionButton
        className="hs-controls__devices"
        icon={HeadphonesIcon}
        label={labels.controls.devices}
        expanded={panel === 'devices'}
        blocked={session.phase === 'ending'}
        onPress={() => setPanel('devices')}
      />
    ),
    ...props.more,
  };
  const staged = Boolean(props.stage);
  const small = open === 'keypad' || open === 'devices';

  const sendDigit = (digit: DialKey): void => {
    onKeyTone?.(digit);
    start(() => actions.sendDtmf(digit));
  };
  const close = (): void => {
    focusAfter(open);
    setPanel(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || open === null) return;
    event.stopPropagation();
    close();
  };

  return (
    <section
      ref={root}
      tabIndex={-1}
      aria-label={labels.call.region(name)}
      {...language}
      className={classNames('hs-root hs-call', className)}
      data-mood={callMood(session)}
      data-panel={open ?? undefined}
      data-stage={staged ? '' : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="hs-call__heading">
        <CallHeading session={session} size={open === null && !staged ? 'full' : 'compact'}>
          {session.muted.audio && (
            <span className="hs-call__muted">
              <MicOffIcon aria-hidden className="hs-call__muted-icon" />
              {labels.controls.muted}
            </span>
          )}
          {props.sign}
        </CallHeading>
        {props.quality}
      </div>
      {staged && open === null && <div className="hs-call__stage">{props.stage}</div>}
      {session.farEnd !== undefined && <LazyFarEndNote session={session} />}
      {session.lastError !== null && open !== 'transfer' && open !== 'add' && <ErrorNote error={session.lastError} />}
      <div className="hs-call__body">
        {open === 'keypad' && <InCallKeypad onDigit={sendDigit} />}
        {open === 'transfer' && (
          <LazyTransferPanel
            name={name}
            transfer={transferText(session)}
            pending={session.pending.includes('transfer')}
            error={session.lastError}
            suggestions={suggestions}
            lines={lines.filter(({ conference }) => conference !== true)}
            onTransfer={(target) => start(() => actions.transfer(target))}
            onConsult={given(actions.consult)}
            onLine={given(actions.transferToLine)}
            onCancel={close}
          />
        )}
        {open === 'add' && (
          <LazyAddCallPanel
            name={name}
            {...adding}
            suggestions={suggestions}
            lines={lines}
            onMerge={given(actions.mergeWith)}
            onCall={(target) => given(actions.addCall)?.(target)}
            onCancel={close}
          />
        )}
        {open === 'devices' && (
          <div className="hs-call__devices" tabIndex={-1}>
            {props.devices}
          </div>
        )}
        {open === null && (
          <CallControls
            session={session}
            actions={actions}
            onMerge={onMerge}
            onPanel={setPanel}
            more={more}
            row={row}
          />
        )}
      </div>
      <ActionRow
        start={
          small ? (
            <ActionButton
              icon={ArrowLeftIcon}
              mirrored
              label={labels.controls.back}
              tone="plain"
              size="small"
              labelled="hidden"
              onPress={close}
            />
          ) : (
            open === null && (
              <MoreButton on={row === 'second'} onPress={() => setRow(row === 'first' ? 'second' : 'first')} />
            )
          )
        }
        main={
          <HangUpButton
            busy={session.phase === 'ending' || session.pending.includes('hangUp')}
            onPress={() => start(actions.hangUp)}
          />
        }
        end={
          small ? (
            <MuteButton session={session} onPress={() => start(actions.toggleMute)} size="small" labelled="hidden" />
          ) : (
            open === null &&
            onMerge !== undefined && (
              <ActionButton
                className="hs-controls-more"
                icon={MergeIcon}
                label={labels.conference.merge}
                size="small"
                labelled="hidden"
                blocked={session.phase !== 'established'}
                onPress={onMerge}
              />
            )
          )
        }
      />
    </section>
  );
}

/**
 * Keeps the focus where the hand is: a panel takes it when it opens, and its button has it again afterwards.
 *
 * @returns to be called before a panel closes by the person's wish
 */
function usePanelFocus(
  root: { readonly current: HTMLElement | null },
  open: CallPanel | null,
): (left: CallPanel | null) => void {
  const left = useRef<CallPanel | null>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    // The forms take the focus themselves.
    if (open === 'keypad') root.current?.querySelector<HTMLElement>('.hs-key[tabindex="0"]')?.focus();
    if (open === 'devices') root.current?.querySelector<HTMLElement>('.hs-call__devices')?.focus();
    if (open === null && left.current !== null) {
      root.current?.querySelector<HTMLElement>(`.hs-controls__${left.current}`)?.focus();
      left.current = null;
    }
  }, [root, open]);
  return (panel) => {
    left.current = panel;
  };
}

/** An act that may not be on offer, in the shape of a handler. */
function given(act: ((target: string) => Promise<unknown>) | undefined): ((target: string) => void) | undefined {
  return act === undefined ? undefined : (target) => start(() => act(target));
}

/** The transfer with its target as a person would write it. */
function transferText({ transfer, local }: SessionSnapshot): SessionSnapshot['transfer'] {
  return transfer === null ? null : { ...transfer, target: targetText(transfer.target, local.host) };
}
