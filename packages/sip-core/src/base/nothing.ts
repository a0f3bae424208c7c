/** A list of nothing, in snapshots that nobody may change. */
export const NOTHING: readonly never[] = /* @__PURE__ */ Object.freeze([]);
