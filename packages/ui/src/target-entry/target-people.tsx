import type { ReactElement } from 'react';

/** Somebody a call may go to. */
export interface TransferSuggestion {
  /** A number or an address. */
  readonly target: string;
  readonly name: string;
}

/** Props of {@link TargetPeople}. */
export interface TargetPeopleProps {
  readonly label: string;
  readonly people: readonly TransferSuggestion[];
  readonly onChoose: (target: string) => void;
}

/** People to choose from with one press. */
export function TargetPeople({ label, people, onChoose }: TargetPeopleProps): ReactElement | null {
  if (people.length === 0) return null;
  return (
    <ul className="hs-target__people" aria-label={label}>
      {people.map((person) => (
        <li key={person.target}>
          <button type="button" className="hs-target__person" onClick={() => onChoose(person.target)}>
            <bdi className="hs-target__name">{person.name}</bdi>
            {person.name !== person.target && <bdi dir="ltr">{person.target}</bdi>}
          </button>
        </li>
      ))}
    </ul>
  );
}
