/** The words of a conference. */
export interface ConferenceLabels {
  readonly group: string;
  /** How many there are besides us. */
  readonly title: (count: number) => string;
  /** That it is mixed here, and what follows from that. */
  readonly note: string;
  readonly participants: string;
  /** Joins the present call with the other one. */
  readonly merge: string;
  /** Joins the present call with one of several others. */
  readonly mergeWith: (name: string) => string;
  readonly silence: (name: string) => string;
  readonly silenced: string;
  readonly remove: (name: string) => string;
  readonly hangUp: (name: string) => string;
  readonly split: string;
  readonly leave: string;
  readonly endAll: string;
  readonly failed: string;
  /** Said by screen readers when somebody joins or leaves. */
  readonly announce: (count: number) => string;
}
