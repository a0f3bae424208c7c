import { useConnection, useRegistration, useSipStore } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import type { PhoneSettings } from '../account/account.ts';
import { words } from '../words.ts';

/** How the line stands: what somebody asks for who looks for a fault. */
export function LineStatus({ settings }: { readonly settings: PhoneSettings }): ReactElement {
  const { status, server, isConnected } = useConnection();
  const { isRegistered, expiresAt, error } = useRegistration();
  const address = useSipStore((state) => state.account.uri);
  const connecting = status === 'connecting' || status === 'reconnecting';
  const registered =
    isRegistered && expiresAt !== null ? words.line.until(timeOf(expiresAt)) : words.line.notRegistered;
  const facts: readonly (readonly [string, string])[] = [
    [words.line.address, address],
    [words.line.server, server ?? ''],
    [
      words.line.connection,
      isConnected ? words.line.connected : connecting ? words.line.connecting : words.line.disconnected,
    ],
    [words.line.registration, error === null ? registered : `${words.line.notRegistered} (${error.code})`],
    [words.line.microphone, settings.tone === null ? words.line.microphoneReal : words.header.tone(settings.tone)],
  ];
  return (
    <section className="app-section app-line" aria-label={words.line.title}>
      <h2 className="app-section__title">{words.line.title}</h2>
      <dl className="app-facts">
        {facts.map(([term, fact]) => (
          <div key={term} className="app-facts__fact">
            <dt>{term}</dt>
            <dd title={fact}>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function timeOf(moment: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(moment);
}
