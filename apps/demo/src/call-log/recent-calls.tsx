import { useSipStore } from '@hookswitch/react-sip';
import { CallLog, callLogEntry } from '@hookswitch/ui';
import { type ReactElement, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Account } from '../account/account.ts';
import { usePlaceCall } from '../call/use-place-call.ts';
import { words } from '../words.ts';
import { CallLogStore } from './call-log-store.ts';

/** The calls of this account; keeps them too. */
export function RecentCalls({ account }: { readonly account: Account }): ReactElement {
  const store = useMemo(() => new CallLogStore(account.address), [account.address]);
  const entries = useSyncExternalStore(store.subscribe, store.get);
  const ended = useSipStore((state) => state.ended);
  const place = usePlaceCall();
  const [asking, setAsking] = useState(false);
  // A call that is taken off the list stays off, though the phone still knows it; so each is added once.
  const [added] = useState(() => new Set<string>());
  useEffect(() => {
    store.add(ended.filter(({ id }) => !added.has(id)).map(callLogEntry));
    for (const { id } of ended) added.add(id);
  }, [store, ended, added]);

  return (
    <section className="app-section app-recent" aria-label={words.log.title}>
      <div className="app-section__head">
        <h2 className="app-section__title">{asking ? words.log.clearing : words.log.title}</h2>
        {asking && (
          <button type="button" className="app-button app-button--quiet" onClick={() => setAsking(false)}>
            {words.log.keep}
          </button>
        )}
        {entries.length > 0 && (
          <button
            type="button"
            className="app-button app-button--quiet"
            onClick={() => {
              if (asking) store.clear();
              setAsking(!asking);
            }}
          >
            {words.log.clear}
          </button>
        )}
      </div>
      <CallLog
        entries={entries}
        onCall={({ party }) => place(party.uri, party.displayName)}
        onRemove={({ id }) => store.remove(id)}
      />
    </section>
  );
}
