'use client';

import type { PreCallTestResult, PreCallTestSnapshot } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { AlertIcon, CheckIcon, CloseIcon, PhoneCallIcon, SpinnerIcon } from '../icons/icons.ts';
import type { Sentence } from '../labels/labels.ts';
import { useLanguageLabels } from '../labels/hooks/use-language-labels.ts';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useQualityLabels } from '../labels/hooks/use-quality-labels.ts';
import { useSettingsLabels } from '../labels/hooks/use-settings-labels.ts';

/** Under this the microphone gave nothing: digital silence, and what hums in a cable. */
const SILENCE = 0.001;

/** Props of {@link CallCheckView}. */
export interface CallCheckViewProps {
  readonly test: PreCallTestSnapshot;
  readonly onRun: () => void;
  readonly onStop: () => void;
}

/** A test call and what it found out, the advice first and the figures below. */
export function CallCheckView({ test, onRun, onStop }: CallCheckViewProps): ReactElement {
  const { test: words } = useSettingsLabels();
  const running = test.status === 'running';
  return (
    <div className="hs-call-check">
      <div role="status" className="hs-call-check__news">
        {running && test.step !== null && (
          <p className="hs-call-check__step" data-hs-tone="info">
            <SpinnerIcon aria-hidden className="hs-call-check__icon" data-turning="" />
            {words.step[test.step]}
          </p>
        )}
        {test.result !== null && <Verdict result={test.result} />}
      </div>
      {test.error !== null && <ErrorNote error={test.error} />}
      {test.result !== null && <Figures result={test.result} />}
      <ActionButton
        icon={running ? CloseIcon : PhoneCallIcon}
        label={running ? words.stop : test.status === 'idle' ? words.start : words.again}
        size="small"
        labelled="inside"
        onPress={running ? onStop : onRun}
      />
    </div>
  );
}

function Verdict({ result }: { readonly result: PreCallTestResult }): ReactElement {
  const { test: words } = useSettingsLabels();
  const silent = result.microphone !== null && result.microphone < SILENCE;
  const tone = { good: 'go', fair: 'wait', poor: 'end' } as const;
  return (
    <>
      {(!silent || result.level !== 'good') && (
        <Note sentence={words.verdict[result.level]} tone={tone[result.level]} />
      )}
      {silent && <Note sentence={words.silentMicrophone} tone="end" />}
      {result.relay === 'unreachable' && <Note sentence={words.relayUnreachable} tone="wait" />}
    </>
  );
}

function Note({ sentence, tone }: { readonly sentence: Sentence; readonly tone: 'go' | 'wait' | 'end' }): ReactElement {
  const Glyph = tone === 'go' ? CheckIcon : AlertIcon;
  return (
    <div className="hs-note" data-hs-tone={tone}>
      <Glyph aria-hidden className="hs-note__icon" />
      <p className="hs-note__text">
        <strong className="hs-note__what">{sentence.what}</strong>
        {sentence.next !== null && <span>{sentence.next}</span>}
      </p>
    </div>
  );
}

function Figures({ result }: { readonly result: PreCallTestResult }): ReactElement {
  const { test: words } = useSettingsLabels();
  const quality = useQualityLabels();
  const { locale } = useLogLabels();
  const { tag } = useLanguageLabels();
  const text = (value: number): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const told = <Value,>(value: Value | null, say: (value: Value) => string): string =>
    value === null ? quality.unknown : say(value);
  const ways = (['host', 'srflx', 'relay'] as const).filter((kind) => result.candidates.includes(kind));
  const lists = new Intl.ListFormat(locale ?? tag, { type: 'unit' });
  const facts: readonly (readonly [string, string])[] = [
    [quality.score, told(result.mos, (mos) => quality.scoreOf(text(mos)))],
    [quality.lossIn, told(result.loss, (loss) => quality.percent(text(100 * loss)))],
    [quality.jitter, told(result.jitter, (time) => quality.milliseconds(Math.round(time)))],
    [quality.roundTrip, told(result.roundTripTime, (time) => quality.milliseconds(Math.round(time)))],
    [words.microphone, told(result.microphone, (level) => (level < SILENCE ? words.silent : words.loud))],
    [words.candidates, ways.length === 0 ? quality.unknown : lists.format(ways.map((kind) => words.candidate[kind]))],
  ];
  return (
    <>
      <dl className="hs-quality__facts">
        {facts.map(([term, fact]) => (
          <div key={term} className="hs-quality__fact">
            <dt className="hs-quality__term">{term}</dt>
            <dd className="hs-quality__value">
              <bdi>{fact}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {result.local && <p className="hs-settings__hint">{words.local}</p>}
    </>
  );
}
