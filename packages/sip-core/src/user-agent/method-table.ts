/** How a request method is treated on arrival. */
export interface MethodRule {
  /** It only makes sense within a dialog: without one the answer is 481. */
  readonly needsDialog: boolean;
  /** Its Contact replaces the remote target of the dialog (RFC 3261 section 12.2, 3311, 6665). */
  readonly refreshesTarget: boolean;
}

const plain: MethodRule = { needsDialog: false, refreshesTarget: false };
const refreshing: MethodRule = { needsDialog: false, refreshesTarget: true };
const inside: MethodRule = { needsDialog: true, refreshesTarget: false };

/** The methods that a user agent meets. One that is not here is answered 405 (RFC 3261 section 8.2.1). */
export const METHODS: ReadonlyMap<string, MethodRule> = new Map([
  ['INVITE', refreshing],
  ['ACK', inside],
  ['BYE', inside],
  ['CANCEL', plain],
  ['OPTIONS', plain],
  ['REGISTER', plain],
  ['INFO', inside],
  ['PRACK', inside],
  ['UPDATE', { needsDialog: true, refreshesTarget: true }],
  ['REFER', plain],
  ['SUBSCRIBE', refreshing],
  ['NOTIFY', refreshing],
  ['MESSAGE', plain],
  ['PUBLISH', plain],
]);
