/** An element of an XML document, its namespace resolved. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string;
  /** URI of the namespace; empty without one. */
  readonly namespace: string;
  /** By name as written, prefix and all; namespace declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly within, trimmed; that of children is not in it. */
  readonly text: string;
}

/** What `readXml` gives: a document, or why it is none. */
export type XmlResult =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

/** How much of a document is read. */
export interface XmlLimits {
  /** Characters; default 1,000,000. */
  readonly length?: number;
  /** Elements within elements; default 32. */
  readonly depth?: number;
  /** Elements in all; default 20,000. */
  readonly elements?: number;
  /** Attributes of one element; default 64. */
  readonly attributes?: number;
}
