import type { XmlElement } from '../../base/xml-element.ts';
import { readXml } from '../../base/xml-reader.ts';
import { childOf, childrenOf, textOf, wholeNumber } from '../../base/xml-text.ts';

/** The media type of dialog state (RFC 4235 section 4). */
export const DIALOG_INFO = 'application/dialog-info+xml';

const NAMESPACE = 'urn:ietf:params:xml:ns:dialog-info';
const STATES = ['trying', 'proceeding', 'early', 'confirmed', 'terminated'] as const;

/** One end of a dialog (RFC 4235 section 4.1.6). */
export interface DialogParty {
  /** Address; `null` when that is not told. */
  readonly identity: string | null;
  readonly displayName: string | null;
  /** Where this end is reached within the dialog. */
  readonly target: string | null;
}

/** A call of the one who is watched. */
export interface DialogEntry {
  readonly id: string;
  readonly callId: string | null;
  readonly localTag: string | null;
  readonly remoteTag: string | null;
  /** Whether they called (`initiator`) or were called. */
  readonly direction: 'initiator' | 'recipient' | null;
  readonly state: (typeof STATES)[number];
  /** What brought it into this state, such as `cancelled`, `rejected`, `remote-bye`. */
  readonly event: string | null;
  /** The status that did. */
  readonly code: number | null;
  /** Seconds since it began. */
  readonly duration: number | null;
  /** The one who is watched. */
  readonly local: DialogParty;
  /** The other end. */
  readonly remote: DialogParty;
}

/** A document of dialog state (RFC 4235). */
export interface DialogInfo {
  readonly version: number;
  readonly state: 'full' | 'partial';
  /** Who is watched. */
  readonly entity: string;
  readonly dialogs: readonly DialogEntry[];
}

/** Reads a document; `undefined` when it is none. Dialogs without an id or in a state that is not known are left out. */
export function readDialogInfo(body: string): DialogInfo | undefined {
  const document = readXml(body);
  if (!document.ok || document.root.name !== 'dialog-info' || document.root.namespace !== NAMESPACE) return undefined;
  const { root } = document;
  const version = wholeNumber(root.attributes.get('version'));
  if (version === undefined) return undefined;
  return {
    version,
    state: root.attributes.get('state') === 'partial' ? 'partial' : 'full',
    entity: root.attributes.get('entity') ?? '',
    dialogs: childrenOf(root, 'dialog').flatMap((dialog) => readDialog(dialog) ?? []),
  };
}

function readDialog(dialog: XmlElement): DialogEntry | undefined {
  const { attributes } = dialog;
  const id = attributes.get('id') ?? '';
  const state = childOf(dialog, 'state');
  const known = STATES.find((each) => each === state?.text.toLowerCase());
  if (id === '' || state === undefined || known === undefined) return undefined;
  const direction = attributes.get('direction');
  return {
    id,
    callId: attributes.get('call-id') ?? null,
    localTag: attributes.get('local-tag') ?? null,
    remoteTag: attributes.get('remote-tag') ?? null,
    direction: direction === 'initiator' || direction === 'recipient' ? direction : null,
    state: known,
    event: state.attributes.get('event') ?? null,
    code: wholeNumber(state.attributes.get('code')) ?? null,
    duration: wholeNumber(textOf(dialog, 'duration')) ?? null,
    local: readParty(childOf(dialog, 'local')),
    remote: readParty(childOf(dialog, 'remote')),
  };
}

function readParty(party: XmlElement | undefined): DialogParty {
  const identity = party === undefined ? undefined : childOf(party, 'identity');
  const target = party === undefined ? undefined : childOf(party, 'target');
  return {
    identity: identity === undefined || identity.text === '' ? null : identity.text,
    displayName: identity?.attributes.get('display-name') ?? identity?.attributes.get('display') ?? null,
    target: target?.attributes.get('uri') ?? null,
  };
}
