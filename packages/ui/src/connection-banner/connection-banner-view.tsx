'use client';

import type { ReactElement } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import type { Tone } from '../call/call-mood.ts';
import { useSecondsUntil } from '../call/use-now.ts';
import { useErrorSentence } from '../error-note/use-error-sentence.ts';
import { useRegistrationSentence } from '../error-note/use-registration-sentence.ts';
import { AlertIcon, type Icon, OfflineIcon, PowerOffIcon, SpinnerIcon } from '../icons/icons.ts';
import type { Labels, Sentence } from '../labels/labels.ts';
import { useConnectionLabels } from '../labels/hooks/use-connection-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { RegistrationSnapshot, UASnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link ConnectionBannerView}. */
export interface ConnectionBannerViewProps extends Pick<UASnapshot, 'status' | 'retryAt' | 'error'> {
  /** A registration that failed is told here too. */
  readonly registration?: RegistrationSnapshot | undefined;
  /** What the browser says of its network; default true. */
  readonly online?: boolean;
  /** Whether a call runs: its sound goes another way and goes on. Default false. */
  readonly inCall?: boolean;
  /** Asked to connect now instead of when the countdown ends. */
  readonly onRetry?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** Says when the link to the server is not there, what that means now, and when it is tried again. Else nothing. */
export function ConnectionBannerView(props: ConnectionBannerViewProps): ReactElement | null {
  const { status, retryAt, error, registration, online = true, inCall = false, onRetry, className } = props;
  const labels = useConnectionLabels();
  const language = useLanguage();
  const refused = status === 'connected' && registration?.status === 'failed' ? registration : undefined;
  const refusal = useRegistrationSentence(refused?.error ?? null);
  const failure = useErrorSentence(status === 'stopped' ? error : null);
  const seconds = useSecondsUntil(status === 'reconnecting' ? retryAt : (refused?.retryAt ?? null));
  if (refused === undefined && (status === 'connected' || status === 'idle' || status === 'stopping')) return null;

  const situation = { status, failure, online, inCall, seconds, refusal };
  const { tone, icon: Glyph, sentence } = look(labels, situation);
  const waiting = status === 'reconnecting' && online && seconds !== null && seconds > 0;
  return (
    <div {...language} className={classNames('hs-root hs-banner', className)} data-hs-tone={tone}>
      <Glyph aria-hidden className="hs-banner__icon" data-turning={Glyph === SpinnerIcon ? '' : undefined} />
      <p className="hs-banner__text">
        <strong className="hs-banner__what">{sentence.what}</strong>
        {sentence.next !== null && <span>{sentence.next}</span>}
      </p>
      {onRetry !== undefined && (waiting || status === 'stopped' || refused !== undefined) && (
        <button type="button" className="hs-banner__retry" onClick={onRetry}>
          {status === 'stopped' ? labels.switchOn : labels.tryNow}
        </button>
      )}
      {/* Said once, not with each second of the countdown. */}
      <Announcer message={look(labels, { ...situation, seconds: null }).sentence.what} />
    </div>
  );
}

interface Situation {
  readonly status: UASnapshot['status'];
  /** Why the phone stopped. */
  readonly failure: Sentence | null;
  readonly online: boolean;
  readonly inCall: boolean;
  readonly seconds: number | null;
  /** Why the registrar does not take us. */
  readonly refusal: Sentence | null;
}

function look(
  words: Labels['connection'],
  { status, failure, online, inCall, seconds, refusal }: Situation,
): { readonly tone: Tone; readonly icon: Icon; readonly sentence: Sentence } {
  const why = refusal ?? failure;
  if (why !== null) return { tone: 'end', icon: AlertIcon, sentence: why };
  if (status === 'stopped') {
    return { tone: 'off', icon: PowerOffIcon, sentence: { what: words.stopped, next: words.noCalls } };
  }
  const next = inCall ? words.callGoesOn : words.noCalls;
  if (!online) return { tone: 'wait', icon: OfflineIcon, sentence: { what: words.offline, next } };
  if (status === 'connecting')
    return { tone: 'info', icon: SpinnerIcon, sentence: { what: words.connecting, next: null } };
  return { tone: 'wait', icon: OfflineIcon, sentence: { what: words.reconnecting(seconds), next } };
}
