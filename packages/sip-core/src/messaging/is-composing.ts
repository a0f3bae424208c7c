import { readXml } from '../base/xml-reader.ts';
import { textOf, wholeNumber, xmlText } from '../base/xml-text.ts';

/** The media type of "is typing" (RFC 3994 section 8.1). */
export const IS_COMPOSING = 'application/im-iscomposing+xml';

const NAMESPACE = 'urn:ietf:params:xml:ns:im-iscomposing';

/** Whether somebody is writing (RFC 3994 section 3.4). */
export interface IsComposing {
  readonly state: 'active' | 'idle';
  /** Seconds after which `active` is over unless it is said again; none means 120. */
  readonly refresh?: number | undefined;
  /** What is being written, such as `text/plain`. */
  readonly contentType?: string | undefined;
  /** When something was last written. */
  readonly lastActive?: Date | undefined;
}

/** Reads an "is typing" document; `undefined` when it is none. States that are not known count as idle. */
export function readIsComposing(body: string): IsComposing | undefined {
  const document = readXml(body, { length: 16_384, elements: 100 });
  if (!document.ok || document.root.name !== 'isComposing' || document.root.namespace !== NAMESPACE) return undefined;
  const { root } = document;
  const state = textOf(root, 'state');
  if (state === null) return undefined;
  const refresh = wholeNumber(textOf(root, 'refresh'));
  const time = Date.parse(textOf(root, 'lastactive') ?? '');
  return {
    // Section 3.5: recipients treat other states as idle.
    state: state === 'active' ? 'active' : 'idle',
    refresh: refresh === undefined || refresh === 0 ? undefined : refresh,
    contentType: textOf(root, 'contenttype') ?? undefined,
    lastActive: Number.isNaN(time) ? undefined : new Date(time),
  };
}

/** Writes an "is typing" document. */
export function writeIsComposing(composing: IsComposing): string {
  const element = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${name}>${xmlText(value)}</${name}>`;
  const { state, lastActive, contentType, refresh } = composing;
  // The order is that of the schema (section 6.1).
  const parts = [
    element('state', state),
    element('lastactive', lastActive?.toISOString()),
    element('contenttype', contentType),
    element('refresh', refresh === undefined ? undefined : String(Math.max(1, Math.floor(refresh)))),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<isComposing xmlns="${NAMESPACE}">${parts.join('')}</isComposing>`;
}
