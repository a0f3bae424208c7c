import { CallLog } from '@hookswitch/ui';
import { type ReactElement, useState } from 'react';
import { usePlaceCall } from '../call/use-place-call.ts';
import { words } from '../words.ts';
import type { UseCallLogReturnType } from './use-call-log.ts';

/** The calls of this account, and the way to be rid of them. */
export function RecentCalls({ log }: { readonly log: UseCallLogReturnType }): ReactElement {
  const place = usePlaceCall();
  const [asking, setAsking] = useState(false);
  const clear = (): void => {
    if (asking) log.clear();
    setAsking(!asking);
  };
  return (
    <section className="app-section app-recent" aria-label={words.log.title}>
      <div className="app-section__head">
        <h2 className="app-section__title">{asking ? words.log.clearing : words.log.title}</h2>
        {asking && (
          <button type="button" className="app-button app-button--quiet" onClick={() => setAsking(false)}>
            {words.log.keep}
          </button>
        )}
        {log.entries.length > 0 && (
          <button type="button" className="app-button app-button--quiet" onClick={clear}>
            {words.log.clear}
          </button>
        )}
      </div>
      <CallLog entries={log.entries} onCall={({ party }) => place(party.uri)} onRemove={log.remove} />
    </section>
  );
}
