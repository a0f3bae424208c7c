/** The words of asking somebody before a call is transferred to them. */
export interface ConsultationLabels {
  readonly group: string;
  /** What the button on the way to a transfer says. */
  readonly start: string;
  readonly swap: string;
  readonly merge: string;
  /** Connects the two and leaves. */
  readonly complete: string;
  /** Hangs up on the one who is asked. */
  readonly cancel: (waiting: string) => string;
  /** The same in one word. */
  readonly back: string;
  readonly completing: string;
  /** Connecting has to wait for an answer. */
  readonly completesOnAnswer: (asked: string) => string;
  readonly failed: string;
  /** Said when the one who is asked answers. */
  readonly announce: (waiting: string, asked: string) => string;
  /** Over the other calls that this one can be connected with. */
  readonly lines: string;
  readonly toLine: (name: string) => string;
}
