/** The words of `SipTrace`. Methods, status lines and header fields are not translated: they are what crossed the line. */
export interface TraceLabels {
  readonly group: string;
  readonly list: string;
  /** The two ends of the ladder; `server` where its name is not known. */
  readonly us: string;
  readonly server: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly nothingFound: string;
  readonly search: string;
  readonly filters: string;
  readonly calls: string;
  readonly allCalls: string;
  readonly call: (letter: string, who: string) => string;
  readonly methods: string;
  readonly allMethods: string;
  readonly failures: string;
  readonly keepAlives: string;
  readonly pause: string;
  readonly paused: (count: number) => string;
  readonly latest: string;
  readonly shown: (count: number, total: number) => string;
  readonly copy: string;
  readonly copyAll: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly saveText: string;
  readonly saveJson: string;
  readonly clear: string;
  /** How a row is read out. */
  readonly sent: (time: string, what: string) => string;
  readonly received: (time: string, what: string) => string;
  readonly answerTo: (status: string, method: string) => string;
  readonly happened: (time: string, what: string) => string;
  readonly again: string;
  readonly connected: (server: string) => string;
  readonly disconnected: string;
  readonly lost: (code: string) => string;
  readonly connectFailed: (code: string) => string;
  readonly keepAliveSent: string;
  readonly keepAliveReceived: string;
  readonly message: string;
  readonly headers: string;
  readonly body: string;
  readonly session: string;
  readonly close: string;
}
