'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { useTraceLabels } from '../labels/hooks/use-trace-labels.ts';
import { readSdp, type SdpPart } from './read-sdp.ts';
import { splitMessage } from './split-message.ts';
import { CloseIcon, CopyIcon } from './trace-icons.ts';

/** Props of {@link TraceDetail}. */
export interface TraceDetailProps {
  /** The whole message. */
  readonly text: string;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** One message, taken apart for reading. */
export function TraceDetail({ text, onCopy, onClose }: TraceDetailProps): ReactElement {
  const labels = useTraceLabels();
  const { startLine, headers, body, isSdp } = splitMessage(text);
  return (
    <section className="hs-trace__detail" aria-label={labels.message}>
      <header className="hs-trace__detail-head">
        <h3 className="hs-trace__start-line">
          <bdi>{startLine}</bdi>
        </h3>
        <ActionButton
          icon={CopyIcon}
          label={labels.copy}
          tone="plain"
          size="small"
          labelled="hidden"
          onPress={onCopy}
        />
        <ActionButton
          icon={CloseIcon}
          label={labels.close}
          tone="plain"
          size="small"
          labelled="hidden"
          onPress={onClose}
        />
      </header>
      {/* Scrolls by itself, so the keyboard must reach it. */}
      <div className="hs-trace__reading" tabIndex={0} role="group" aria-label={labels.headers} dir="ltr">
        <dl className="hs-trace__headers">
          {headers.map(({ name, value }, index) => (
            <div key={index} className="hs-trace__header">
              <dt className="hs-trace__name">{name}</dt>
              <dd className="hs-trace__value">{value}</dd>
            </div>
          ))}
        </dl>
        {body.trim() !== '' && (
          <>
            <h4 className="hs-trace__heading">{labels.body}</h4>
            {isSdp ? (
              readSdp(body).map((part, index) => <Sdp key={index} part={part} />)
            ) : (
              <pre className="hs-trace__text">{body}</pre>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Sdp({ part }: { readonly part: SdpPart }): ReactElement {
  const labels = useTraceLabels();
  const { kind, port, direction, codecs, lines } = part;
  const facts = [port === null ? null : String(port), direction, ...codecs].filter((fact) => fact !== null);
  return (
    <div className="hs-trace__medium">
      <p className="hs-trace__medium-head">
        <strong>{kind ?? labels.session}</strong>
        {facts.map((fact, index) => (
          <span key={index} className="hs-trace__fact">
            {fact}
          </span>
        ))}
      </p>
      <pre className="hs-trace__text">{lines.join('\n')}</pre>
    </div>
  );
}
