import { useConnection, useSipStore } from '@hookswitch/react-sip';
import BotIcon from 'lucide-react/icons/bot';
import PhoneIcon from 'lucide-react/icons/phone';
import type { ReactElement, ReactNode } from 'react';
import { type Account, userOf } from '../account/account.ts';
import { isOwnServer, readyAccounts, robots } from '../account/own-server.ts';
import { usePlaceCall } from '../call/use-place-call.ts';
import { PersonRow } from '../parts/person-row.tsx';
import { words } from '../words.ts';

/** Whom this phone can call with one click. */
export function People({ account }: { readonly account: Account }): ReactElement {
  const place = usePlaceCall();
  if (!isOwnServer(account)) {
    return (
      <section className="app-section" aria-label={words.people.title}>
        <h2 className="app-section__title">{words.people.title}</h2>
        <p className="app-empty">{words.people.none}</p>
        <p className="app-hint">{words.people.noneHint}</p>
      </section>
    );
  }
  const others = readyAccounts().filter((other) => other.address !== account.address);
  return (
    <>
      <Group title={words.people.title}>
        {others.map(({ address, displayName }) => (
          <Person key={address} target={userOf(address)} name={displayName} detail={address} onCall={place} />
        ))}
      </Group>
      <Group title={words.people.robots}>
        {robots.map(({ extension, description }) => (
          <Person
            key={extension}
            target={extension}
            name={words.people.names[extension]?.name ?? extension}
            detail={`${extension} · ${words.people.names[extension]?.does ?? description}`}
            onCall={place}
            icon={<BotIcon className="app-icon" />}
          />
        ))}
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="app-section" aria-label={title}>
      <h2 className="app-section__title">{title}</h2>
      <ul className="app-list">{children}</ul>
    </section>
  );
}

interface PersonProps {
  readonly target: string;
  readonly name: string;
  readonly detail: string;
  readonly onCall: (target: string) => void;
  readonly icon?: ReactNode;
}

function Person({ target, name, detail, onCall, icon }: PersonProps): ReactElement {
  const { isConnected } = useConnection();
  const talking = useSipStore(({ sessionIds, sessions }) =>
    sessionIds.some((id) => sessions[id]?.remote.user === target),
  );
  return (
    <li>
      <PersonRow
        act={words.people.call}
        name={name}
        detail={detail}
        icon={icon}
        end={<PhoneIcon aria-hidden className="app-icon app-row__end app-row__end--go" />}
        blocked={!isConnected || talking}
        onPress={() => onCall(target)}
      />
    </li>
  );
}
