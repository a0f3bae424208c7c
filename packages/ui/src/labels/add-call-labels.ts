/** The words of calling somebody else while a call waits. */
export interface AddCallLabels {
  readonly group: string;
  readonly title: string;
  readonly placeholder: string;
  readonly suggestions: string;
  readonly call: string;
  readonly cancel: string;
  readonly empty: string;
  /** What happens to the present call. */
  readonly waits: (name: string) => string;
}
